import Foundation

/// Reads what `pdftotext -bbox-layout` writes: one element a line.
///
///     <title>Flash update</title>
///     <meta name="CreationDate" content="2023-11-03T06:25:00Z"/>
///     <page width="595.000000" height="842.000000">
///       <flow>
///         <block xMin="72.024000" yMin="151.340000" xMax="459.124000" yMax="207.260000">
///           <line xMin=…>
///             <word xMin="72.024000" yMin="151.340000" xMax="132.744000" yMax="163.340000">Killed</word>
///
/// What is no such line is passed over.
enum PDFLayoutParser {
    static func document(_ bytes: [UInt8]) -> PDFDocument {
        var document = PDFDocument()
        for bytes in bytes.split(separator: 10) {
            let line = bytes.drop { $0 == 32 }
            guard line.first == UInt8(ascii: "<"), line.count > 2 else { continue }
            switch line[line.startIndex + 1] {
            case UInt8(ascii: "w"): addWord(line, &document)
            case UInt8(ascii: "l"): addLine(line, &document)
            case UInt8(ascii: "b"): addBlock(line, &document)
            case UInt8(ascii: "p"): addPage(line, &document)
            case UInt8(ascii: "m"), UInt8(ascii: "t"): addInformation(line, &document)
            default: break
            }
        }
        for index in document.pages.indices { drop(emptyIn: &document.pages[index]) }
        return document
    }

    private static func addPage(_ line: ArraySlice<UInt8>, _ document: inout PDFDocument) {
        guard line.starts(with: Array("<page ".utf8)) else { return }
        let numbers = numbers(line)
        guard numbers.count >= 2 else { return }
        document.pages.append(PDFPage(width: numbers[0], height: numbers[1]))
    }

    private static func addBlock(_ line: ArraySlice<UInt8>, _ document: inout PDFDocument) {
        guard line.starts(with: Array("<block ".utf8)), let page = document.pages.indices.last else { return }
        document.pages[page].blocks.append(PDFBlock(lines: []))
    }

    private static func addLine(_ line: ArraySlice<UInt8>, _ document: inout PDFDocument) {
        guard line.starts(with: Array("<line ".utf8)), let page = document.pages.indices.last,
            let block = document.pages[page].blocks.indices.last, let box = box(line)
        else { return }
        document.pages[page].blocks[block].lines.append(PDFLine(text: "", box: box))
    }

    private static func addWord(_ line: ArraySlice<UInt8>, _ document: inout PDFDocument) {
        guard let page = document.pages.indices.last, let block = document.pages[page].blocks.indices.last,
            let last = document.pages[page].blocks[block].lines.indices.last,
            let start = line.firstIndex(of: UInt8(ascii: ">")),
            let end = line.lastIndex(of: UInt8(ascii: "<")), start < end
        else { return }
        let word = unescaped(line[(start + 1)..<end])
        guard !word.isEmpty else { return }
        let text = document.pages[page].blocks[block].lines[last].text
        document.pages[page].blocks[block].lines[last].text = text.isEmpty ? word : text + " " + word
    }

    private static func addInformation(_ line: ArraySlice<UInt8>, _ document: inout PDFDocument) {
        let text = String(decoding: line, as: UTF8.self)
        if let title = text.firstMatch(of: /<title>(.*)<\/title>/) {
            let words = unescaped(Array(title.1.utf8)[...]).trimmingCharacters(in: .whitespacesAndNewlines)
            if !words.isEmpty { document.title = words }
        } else if let meta = text.firstMatch(of: /<meta name="([^"]*)" content="([^"]*)"/) {
            document.information[String(meta.1)] = unescaped(Array(meta.2.utf8)[...])
        }
    }

    private static func drop(emptyIn page: inout PDFPage) {
        for index in page.blocks.indices { page.blocks[index].lines.removeAll { $0.text.isEmpty } }
        page.blocks.removeAll { $0.lines.isEmpty }
    }

    // MARK: - Pieces

    private static func box(_ line: ArraySlice<UInt8>) -> Box? {
        let numbers = numbers(line)
        guard numbers.count >= 4 else { return nil }
        // Words that are turned have their corners the other way round.
        return Box(
            left: min(numbers[0], numbers[2]), top: min(numbers[1], numbers[3]), right: max(numbers[0], numbers[2]),
            bottom: max(numbers[1], numbers[3]))
    }

    /// The values of the attributes that are numbers a page can have, in their order.
    private static func numbers(_ line: ArraySlice<UInt8>) -> [Double] {
        let tag = line.prefix { $0 != UInt8(ascii: ">") }
        return tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated().compactMap {
            guard !$0.isMultiple(of: 2), let number = Double(String(decoding: $1, as: UTF8.self)) else { return nil }
            return abs(number) < 1e9 ? number : nil
        }
    }

    private static let entities = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&"),
    ]

    /// Letters that are set as one: the words would not be found with them.
    private static let ligatures = [
        ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st"),
    ]

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        // A font may name letters by control characters, which no text has.
        var text = String(decoding: bytes.filter { $0 >= 32 }, as: UTF8.self)
        // U+FB00 to U+FB06 begin with these two bytes.
        if bytes.contains(0xEF), text.utf8.contains(0xAC) {
            text = ligatures.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        }
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return entities.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
