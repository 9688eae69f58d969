/// Reads one format.
///
/// Whatever the bytes, a reader ends, hands on what is good, and names what is bad as a problem.
protocol FormatReader: Sendable {
    /// Hands every article, problem and notice of `stream` to `body`, in the order of the bytes.
    ///
    /// - Throws: what `body` throws.
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows
}

/// A reader that wants all bytes at once: a page, a feed, a document. More than `input.limit` bytes are a problem.
protocol DocumentReader: FormatReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem]
}

extension DocumentReader {
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        let bytes = stream.rest(limit: input.limit)
        if let error = stream.error { return try body(.problem(.unreadable(input.path, error))) }
        guard let bytes else { return try body(.problem(.tooLarge(input.path, limit: input.limit))) }
        try items(bytes, input).forEach(body)
    }
}
