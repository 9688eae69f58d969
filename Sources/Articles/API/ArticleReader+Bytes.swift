/// Bytes in memory, for programs of this package that make their inputs themselves.
extension ArticleReader {
    /// Hands every article, problem and notice of `bytes` to `body`, as `read` does for a file called `name`.
    package func read(bytes: [UInt8], named name: String, _ body: (ArticleItem) throws -> Void) rethrows {
        let input = Input(Origin(path: name), self)
        input.budget.read(bytes.count)
        var stream = ByteStream(bytes: bytes)
        try input.read(&stream, body)
    }

    /// The same for what `pdftotext -bbox-layout` writes, without running it.
    package func read(layout bytes: [UInt8], named name: String, _ body: (ArticleItem) throws -> Void) rethrows {
        try PDFReader.items(layout: bytes, Input(Origin(path: name), self)).forEach(body)
    }
}
