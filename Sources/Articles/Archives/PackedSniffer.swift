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

    /// tar says so behind the name and the numbers of its first file.
    private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
        head.count >= 512 && head.dropFirst(257).starts(with: Array("ustar".utf8))
    }
}
