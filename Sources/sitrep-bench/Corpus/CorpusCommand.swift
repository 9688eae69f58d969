import Foundation

/// `sitrep-bench corpus MEGABYTES [CRISIS-SHARE [SEED]]`: articles as JSON Lines on standard output.
enum CorpusCommand {
    static func run(_ arguments: [String]) throws {
        guard let megabytes = arguments.first.flatMap(Int.init), megabytes > 0 else {
            FileHandle.standardError.write(Data("usage: sitrep-bench corpus MEGABYTES [CRISIS-SHARE [SEED]]\n".utf8))
            exit(64)
        }
        let share = arguments.count > 1 ? Double(arguments[1]) ?? Corpus.newsShare : Corpus.newsShare
        let seed = arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : 1
        try write(megabytes * 1_000_000, share: share, seed: seed, to: .standardOutput)
    }

    /// Writes the texts of a file of articles as one article. A process of its own does it, since what the bench itself
    /// holds in memory would count as that of the commands which it starts.
    static func join(_ path: String) throws {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let texts = lines.compactMap { line -> Substring? in
            guard let start = line.range(of: #""text":""#)?.upperBound, line.hasSuffix("\"}") else { return nil }
            return line[start...].dropLast(2)
        }
        let text = #"{"id":"one","date":"2023-11-03","text":""# + texts.joined(separator: #"\n\n"#) + "\"}\n"
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    /// Writes articles until there are `count` bytes or a little more.
    static func write(_ count: Int, share: Double, seed: UInt64, to handle: FileHandle) throws {
        var corpus = Corpus(seed: seed, crisisShare: share, crisis: CrisisNews(data: "Data"))
        var written = 0
        var piece: [UInt8] = []
        while written < count {
            piece.removeAll(keepingCapacity: true)
            while piece.count < 1 << 20, written + piece.count < count { corpus.appendArticle(to: &piece) }
            try handle.write(contentsOf: piece)
            written += piece.count
        }
    }
}
