/// What gzip compressed: read as if it had not been.
struct GzipReader: FormatReader {
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        var unpacked = ByteStream(GzipSource(stream, input.budget))
        try input.unpacked().read(&unpacked, body)
    }
}

/// The files of an archive, each in its own format; the one in a compressed file.
///
/// As in a folder, files are picked out by the endings of their names, and hidden ones are passed over.
struct ArchiveFiles: FormatReader {
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        let archive = ArchiveReader(stream, input.budget)
        var count = 0
        try archive.forEachFile { entry, bytes in
            let file = entry.name.map { input.nested(ArchiveFiles.printable($0)) } ?? input.unpacked()
            guard entry.name.map(Folder.isArticle) ?? true else { return }
            count += 1
            if entry.isEncrypted { return try body(.problem(.encrypted(file.path))) }
            try file.read(&bytes, body)
        }
        if let damage = archive.damage {
            if !archive.isDamageKnown { try body(.problem(.unreadable(input.path, damage.reason))) }
        } else if count == 0 {
            try body(.problem(.noFiles(input.path)))
        }
    }

    /// A name that can stand in a message: without control characters, of a bearable length.
    private static func printable(_ name: String) -> String {
        let scalars = name.unicodeScalars.prefix(500).map { scalar -> Character in
            scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) ? "?" : Character(scalar)
        }
        return String(scalars).trimmingPrefix { $0 == "/" }.description
    }
}
