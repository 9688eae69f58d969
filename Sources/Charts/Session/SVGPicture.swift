import Foundation

/// What an SVG tells beside what it shows.
struct SVGCaption {
    var title: String
    var spots: [Spot]
}

/// An SVG of gnuplot made fit to stand in a page beside others.
///
/// gnuplot names its parts alike in every picture (`gpDot`, `gnuplot_plot_1`): in one page they would be taken for each
/// other's. Here each name begins with a word of the picture's own. The title is the chart's, for those who have
/// pictures read to them.
struct SVGPicture {
    let text: String

    init(_ svg: String, _ caption: SVGCaption) {
        let prefix = "c" + SVGPicture.hash(svg) + "-"
        var text = svg.replacing("id=\"", with: "id=\"" + prefix).replacing("id='", with: "id='" + prefix)
            .replacing(
                "xlink:href='#", with: "xlink:href='#" + prefix
            )
            .replacing("url(#", with: "url(#" + prefix)
        if let range = text.range(of: "<title>Gnuplot</title>") {
            text.replaceSubrange(range, with: "<title>\(SVGPicture.escaped(caption.title))</title>")
        }
        if let end = text.range(of: "</svg>", options: .backwards) {
            text.insert(contentsOf: SVGPicture.spots(caption), at: end.lowerBound)
        }
        self.text = text
    }

    /// Discs that cannot be seen, over the points: where the pointer rests on one, its title is shown.
    private static func spots(_ caption: SVGCaption) -> String {
        guard !caption.spots.isEmpty else { return "" }
        let discs = caption.spots.prefix(mostSpots).map { spot in
            "<circle cx=\"\(number(spot.x.rounded()))\" cy=\"\(number(spot.y.rounded()))\" r=\"9\">"
                + "<title>\(escaped(spot.text))</title></circle>\n"
        }
        return "<g fill=\"none\" stroke=\"none\" pointer-events=\"all\">\n" + discs.joined() + "</g>\n"
    }

    /// More points than can be told apart by a pointer would only make the file large.
    private static let mostSpots = 2000

    private static func escaped(_ text: String) -> String {
        text.onOneLine.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// FNV-1a, 32 bits: the same picture has the same names.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return String(hash, radix: 36)
    }
}
