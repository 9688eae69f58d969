/// WordprocessingML as simple HTML: paragraphs, headings, items of lists and tables, without looks.
///
/// Deleted text, comments and the second copies that old programs need are left out; text boxes stand behind the
/// paragraph that they hang on.
enum WordText {
    private static let unwanted: Set<String> = [
        "w:del", "w:moveFrom", "mc:Fallback", "w:rPr", "w:sectPr", "w:instrText", "w:delText", "w:pict", "w:tblPr",
        "w:tblGrid", "w:trPr", "w:commentReference",
    ]

    static func isWanted(_ name: String) -> Bool { !unwanted.contains(name) }

    static func html(_ root: XMLElement) -> String {
        var writer = Writer()
        writer.blocks(root)
        return writer.html
    }

    private struct Writer {
        var html = ""
        /// Paragraphs of text boxes, until the paragraph around them ends.
        private var boxes: [XMLElement] = []

        mutating func blocks(_ element: XMLElement) {
            for child in element.children {
                switch child.name {
                case "w:p": paragraph(child)
                case "w:tbl": table(child)
                default: blocks(child)
                }
            }
        }

        private mutating func paragraph(_ element: XMLElement) {
            let properties = element.first("w:pPr")
            let style = properties?.first("w:pStyle")?.attributes["w:val"]?.lowercased() ?? ""
            let isHeading = style.hasPrefix("heading") || style == "title"
            let tag = isHeading ? "h2" : properties?.first("w:numPr") != nil ? "li" : "p"
            html += "<\(tag)>"
            runs(element)
            html += "</\(tag)>"
            let hanging = boxes
            boxes = []
            for box in hanging { blocks(box) }
        }

        private mutating func runs(_ element: XMLElement) {
            for child in element.children {
                switch child.name {
                case "w:t": html += WordText.escaped(child.text)
                case "w:tab": html += " "
                case "w:noBreakHyphen": html += "-"
                case "w:br", "w:cr": html += "<br>"
                case "w:pPr": break
                case "w:txbxContent": boxes.append(child)
                default: runs(child)
                }
            }
        }

        private mutating func table(_ element: XMLElement) {
            html += "<table>"
            // What a cell that goes on with the one above it shows, by column.
            var above: [Int: String] = [:]
            for row in element.all("w:tr") {
                html += "<tr>"
                var column = 0
                for cell in row.all("w:tc") {
                    let properties = cell.first("w:tcPr")
                    let span = properties?.first("w:gridSpan")?.attributes["w:val"].flatMap { Int($0) } ?? 1
                    html += span > 1 ? "<td colspan=\(span)>" : "<td>"
                    let merge = properties?.first("w:vMerge")
                    if let merge, merge.attributes["w:val"] != "restart" {
                        html += above[column] ?? ""
                    } else {
                        let inside = html.endIndex
                        blocks(cell)
                        above[column] = merge == nil ? nil : String(html[inside...])
                    }
                    html += "</td>"
                    column += max(1, span)
                }
                html += "</tr>"
            }
            html += "</table>"
        }
    }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return text }
        var found = ""
        for character in text {
            switch character {
            case "&": found += "&amp;"
            case "<": found += "&lt;"
            default: found.append(character)
            }
        }
        return found
    }
}
