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
