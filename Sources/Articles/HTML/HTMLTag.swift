/// The elements that the reader knows; all others are `other` and count as blocks, as custom elements do.
enum HTMLTag: String, CaseIterable {
    case text = "#text"
    case other = "#other"
    // Sections.
    case html, head, body, main, article, section, nav, aside, header, footer, div, center, form, fieldset, details,
        summary, address, hgroup
    // Blocks.
    case p, h1, h2, h3, h4, h5, h6, blockquote, pre, ul, ol, li, dl, dt, dd, hr, br, figure, figcaption
    case table, caption, thead, tbody, tfoot, tr, td, th
    // Inline.
    case a, abbr, b, bdi, bdo, big, cite, code, data, del, em, font, i, ins, kbd, label, mark, q, s, small, span,
        strike, strong, sub, sup, time, tt, u, wbr
    // Never part of a text.
    case script, style, svg, math, template, noscript, iframe, object, embed, canvas, audio, video, source, picture,
        img, map, button, input, select, option, textarea, dialog, menu, link, meta, title, base, frameset, noframes

    private static let byName: [String: HTMLTag] = Dictionary(
        uniqueKeysWithValues: allCases.filter { $0 != .text && $0 != .other }.map { ($0.rawValue, $0) })

    init(name: String) { self = HTMLTag.byName[name] ?? .other }

    /// Runs on within a line of text.
    var isInline: Bool { HTMLTag.inline.contains(self) }

    private static let inline: Set<HTMLTag> = [
        .text, .a, .abbr, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .em, .font, .i, .ins, .kbd, .label, .mark,
        .q, .s, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .wbr, .img, .picture, .input,
    ]

    /// Whatever it holds is no text of the page, and is not kept.
    var isSkipped: Bool { HTMLTag.skipped.contains(self) }

    private static let skipped: Set<HTMLTag> = [
        .script, .style, .svg, .math, .template, .noscript, .iframe, .object, .embed, .canvas, .audio, .video, .map,
        .button, .select, .option, .textarea, .dialog, .noframes,
    ]

    /// The rank of a heading, 1 to 6; nil for others.
    var headingRank: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
