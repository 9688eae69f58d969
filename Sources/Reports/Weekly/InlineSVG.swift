import Foundation

/// A picture of gnuplot's as part of a page.
enum InlineSVG {
    /// The `<svg>` element with names that no other picture of the page has, and without a size of its own: the page
    /// tells how wide it is.
    ///
    /// The signs of points, which gnuplot defines once and refers to, stand where they are used: weasyprint does not
    /// carry their colour over.
    static func text(_ svg: String, number: Int) -> String {
        guard let start = svg.range(of: "<svg") else { return "" }
        var text = signsInPlace(String(svg[start.lowerBound...]))
        text.replace(#/\b(id|href|xlink:href)=(["'])(#?)/#) { match in
            "\(match.output.1)=\(match.output.2)\(match.output.3)c\(number)-"
        }
        text.replace(#/url\(#/#) { _ in "url(#c\(number)-" }
        guard let end = text.firstIndex(of: ">") else { return "" }
        var head = String(text[..<end])
        head.replace(#/\s(width|height)="[0-9]+(px)?"/#) { _ in "" }
        head.replace(#/\s+/#) { _ in " " }
        return head + " role=\"img\"" + text[end...]
    }

    /// The picture with the signs drawn where they are used.
    private static func signsInPlace(_ svg: String) -> String {
        guard let definitions = svg.firstMatch(of: #/<defs>.*?<\/defs>/#.dotMatchesNewlines()) else { return svg }
        var signs: [String: String] = [:]
        for match in definitions.output.matches(of: #/<[a-z]+\s[^<>]*\bid='([A-Za-z0-9_-]*gp[A-Za-z0-9]+)'[^<>]*\/>/#) {
            // A sign may be made of one that stands before it.
            signs[String(match.output.1)] = inPlace(
                match.output.0.replacing(" id='\(match.output.1)'", with: ""), signs)
        }
        let body = String(svg[definitions.range.upperBound...])
        let drawn = body.replacing(#/<use [^<>]*\/>/#) { match in
            let use = String(match.output)
            let color = use.firstMatch(of: #/ color=["']([^"']*)["']/#).map { String($0.output.1) }
            return inPlace(use, signs).replacing("currentColor", with: color ?? "currentColor")
        }
        return svg[..<definitions.range.upperBound] + drawn
    }

    /// `<use xlink:href='#sign' transform='…'/>` as `<g transform='…'>sign</g>`; anything else as it is.
    private static func inPlace(_ element: some StringProtocol, _ signs: [String: String]) -> String {
        let element = String(element)
        guard let match = element.firstMatch(of: #/^<use xlink:href='#([A-Za-z0-9_-]+)'([^<>]*)\/>$/#),
            let sign = signs[String(match.output.1)]
        else { return element }
        return "<g\(match.output.2)>\(sign)</g>"
    }
}
