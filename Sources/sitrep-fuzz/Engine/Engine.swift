import Foundation

/// What makes the inputs.
enum Engine {
    /// The work of one process: it ends when the time or the runs are over, or with the first input that breaks something.
    struct Work {
        let target: any FuzzTarget
        let state: SharedState
        let corpus: [String]
        /// Where what libFuzzer finds is kept.
        let folder: String
        let seed: UInt64
        let seconds: Int?
        let runs: Int?
    }

    #if LIBFUZZER
        static let name = "libFuzzer"

        static func run(_ work: Work) throws { try CoverageRun.run(work) }
    #else
        static let name = "seeded"

        static func run(_ work: Work) throws {
            let files = work.corpus.flatMap(files)
            var mutator = Mutator(corpus: try work.target.seeds + files, words: work.target.words, seed: work.seed)
            let end = work.seconds.map { Date().addingTimeInterval(Double($0)) }
            var runs = 0
            while runs < work.runs ?? .max, end.map({ Date() < $0 }) ?? true {
                examine(mutator.next(), work)
                runs += 1
            }
        }
    #endif

    /// Tries an input; what breaks ends the process, so that whoever watches it sees violations and crashes alike.
    static func examine(_ bytes: [UInt8], _ work: Work) {
        bytes.withUnsafeBytes(work.state.begin)
        do { try Examination(target: work.target).examine(bytes) } catch {
            FileHandle.standardError.write(Data("violation: \(error)\n".utf8))
            abort()
        }
    }

    private static func files(_ folder: String) -> [[UInt8]] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.sorted() ?? []
        return names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }.map { Array($0) }
            .filter { !$0.isEmpty && $0.count < 1 << 20 }
    }
}
