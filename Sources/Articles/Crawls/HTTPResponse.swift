import CZlib

/// A response of HTTP/1 as a crawler keeps it: status line, header, body.
struct HTTPResponse {
    let status: Int
    let fields: HeaderFields
    /// As it came, still chunked and compressed where the header says so.
    let rawBody: ArraySlice<UInt8>

    /// Nil where the bytes begin with no status line.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: Array("HTTP/".utf8)), let end = bytes.firstIndex(of: 10) else { return nil }
        let words = bytes[..<end].split(separator: 32, maxSplits: 2)
        guard words.count >= 2, let status = Int(String(decoding: words[1].prefix(3), as: UTF8.self)) else {
            return nil
        }
        self.status = status
        let empty = RecordReader.emptyLine(bytes[end...]) ?? bytes.endIndex..<bytes.endIndex
        fields = HeaderFields(bytes[(end + 1)...].prefix(max(0, empty.lowerBound - end)))
        rawBody = bytes[empty.upperBound...]
    }

    /// The body without its chunks, still compressed. A body that is not chunked, whatever its header says, is itself.
    var entity: ArraySlice<UInt8> {
        let coding = fields["transfer-encoding"]?.lowercased() ?? ""
        return coding.contains("chunked") ? HTTPResponse.unchunked(rawBody) ?? rawBody : rawBody
    }

    /// Nil where a chunk has no size; a body that ends early is what there is of it.
    private static func unchunked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var body: [UInt8] = []
        var rest = bytes
        while let end = rest.firstIndex(of: 10) {
            let digits = rest[..<end].prefix { $0 != 13 && $0 != UInt8(ascii: ";") }.filter { $0 != 32 }
            guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
                return nil
            }
            if size == 0 { return body[...] }
            rest = rest[(end + 1)...]
            body += rest.prefix(size)
            rest = rest.dropFirst(size)
            // The line end behind the chunk.
            if rest.first == 13 { rest = rest.dropFirst() }
            if rest.first == 10 { rest = rest.dropFirst() }
        }
        return body.isEmpty ? nil : body[...]
    }

    /// The page itself.
    ///
    /// - Throws: `DamagedInput` where it is compressed in a way that is not read, or damaged.
    func page(_ budget: UnpackBudget, limit: Int) throws(DamagedInput) -> [UInt8] {
        let entity = entity
        switch fields["content-encoding"]?.lowercased() ?? "" {
        case "", "identity", "none", "utf-8", "utf8": return Array(entity)
        case "gzip", "x-gzip":
            guard entity.starts(with: GzipSource.signature) else { return Array(entity) }
            return try HTTPResponse.inflated(entity, 15 + 16, budget, limit)
        case "deflate":
            // The standard means zlib's wrapping, many servers send none.
            let isWrapped = entity.count > 2 && entity.first! & 0x0F == 8
            let sum = entity.prefix(2).reduce(0) { $0 << 8 | Int($1) }
            return try HTTPResponse.inflated(entity, isWrapped && sum % 31 == 0 ? 15 : -15, budget, limit)
        case let other: throw DamagedInput(reason: "it is compressed as '\(other)', which is not read")
        }
    }

    private static func inflated(
        _ bytes: ArraySlice<UInt8>, _ windowBits: Int32, _ budget: UnpackBudget, _ limit: Int
    ) throws(DamagedInput) -> [UInt8] {
        let source = GzipSource(ByteStream(bytes: Array(bytes)), budget, windowBits: windowBits)
        var stream = ByteStream(source)
        guard let page = stream.rest(limit: limit) else {
            throw DamagedInput(reason: "more than \(limit >> 20) MB: raise --max-size")
        }
        // A page that breaks off is still a page; one that never began is not.
        if page.isEmpty, let error = stream.error { throw DamagedInput(reason: error) }
        return page
    }
}
