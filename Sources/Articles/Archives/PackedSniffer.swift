/// Tells documents, crawls, compressed files and archives by their first bytes.
enum PackedSniffer {
    private static let signatures: [(bytes: [UInt8], format: InputFormat)] = [
        (GzipSource.signature, .gzip),
        (Array("PK\u{3}\u{4}".utf8), .archive),
        // An archive without files.
        (Array("PK\u{5}\u{6}".utf8), .archive),
        (Array("BZh".utf8), .archive),
        ([0xFD] + Array("7zXZ".utf8) + [0], .archive),
        ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    ]

    /// Nil for what is neither.
    static func format(of head: ArraySlice<UInt8>) -> InputFormat? {
        if head.starts(with: PDFReader.signature) { return .pdf }
        if RecordReader.isCrawl(head) { return .warc }
        if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { return known.format }
        return isTar(head) ? .archive : nil
    }

    /// tar says so behind the name and the numbers of its first file, and the sum of that header is right: a text may
    /// have the same word at the same place.
    private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.count >= 512, head.dropFirst(257).starts(with: Array("ustar".utf8)) else { return false }
        let header = Array(head.prefix(512))
        let told = header[148..<156].filter { (48..<56).contains($0) }.reduce(0) { $0 * 8 + Int($1 - 48) }
        // The sum is made with blanks in its own place.
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
        return sum == told
    }
}
