import Foundation

/// An SVG of gnuplot made fit to stand in a page beside others.
///
/// gnuplot names its parts alike in every picture (`gpDot`, `gnuplot_plot_1`): in one page they would be taken for each
/// other's. Here each name begins with a word of the picture's own. The title is the chart's, for those who have
/// pictures read to them.
struct SVGPicture {
    let text: String

    init(_ svg: String, title: String) {
        let prefix = "c" + SVGPicture.hash(svg) + "-"
        var text = svg.replacing("id=\"", with: "id=\"" + prefix).replacing("id='", with: "id='" + prefix)
            .replacing(
                "xlink:href='#", with: "xlink:href='#" + prefix
            )
            .replacing("url(#", with: "url(#" + prefix)
        let name = SVGPicture.escaped(title.onOneLine)
        if let range = text.range(of: "<title>Gnuplot</title>") {
            text.replaceSubrange(range, with: "<title>\(name)</title>")
        }
        self.text = text
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// FNV-1a, 32 bits: the same picture has the same names.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return String(hash, radix: 36)
    }
}
