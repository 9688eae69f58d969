import Foundation

/// Writes small PDF documents: words of Helvetica at places.
public struct PDFWriter: Sendable {
    public struct Words: Sendable {
        /// Points from the left and from the top of a page of 595 by 842.
        public let left: Double
        public let top: Double
        public let text: String
        public var size: Double

        public init(left: Double, top: Double, text: String, size: Double = 11) {
            self.left = left
            self.top = top
            self.text = text
            self.size = size
        }
    }

    public var pages: [[Words]]
    /// `Title`, `CreationDate`, …
    public var information: [String: String]
    /// Says that a password is needed; no word opens it.
    public var isEncrypted: Bool

    public init(pages: [[Words]] = [], information: [String: String] = [:], isEncrypted: Bool = false) {
        self.pages = pages
        self.information = information
        self.isEncrypted = isEncrypted
    }

    /// Lines of prose from a place downwards.
    public static func lines(_ lines: [String], left: Double = 72, top: Double = 200, size: Double = 11) -> [Words] {
        lines.enumerated().map {
            Words(left: left, top: top + Double($0.offset) * size * 1.25, text: $0.element, size: size)
        }
    }

    public var bytes: [UInt8] {
        var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        var kids: [String] = []
        for page in pages {
            let content = page.map { words in
                "BT /F1 \(words.size) Tf 1 0 0 1 \(words.left) \(842 - words.top) Tm (\(PDFWriter.escaped(words.text))) Tj ET"
            }.joined(separator: "\n")
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(objects.count) 0 R "
                    + "/Resources << /Font << /F1 3 0 R >> >> >>")
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
        objects.append(
            "<< \(information.sorted { $0.key < $1.key }.map { "/\($0) (\(PDFWriter.escaped($1)))" }.joined(separator: " ")) >>"
        )
        return PDFWriter.file(objects, isEncrypted: isEncrypted)
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "(", with: "\\(")
            .replacingOccurrences(of: ")", with: "\\)")
    }

    private static func file(_ objects: [String], isEncrypted: Bool) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(format: "%010d 00000 n \n", offset) }
        let zeros = String(repeating: "41", count: 32)
        let lock =
            isEncrypted
            ? "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(zeros)> /U <\(zeros)> /P -4 >> /ID [<00> <00>]" : ""
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R \(lock) >>\n"
        return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
    }
}
