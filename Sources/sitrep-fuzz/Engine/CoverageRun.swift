#if LIBFUZZER
    import Foundation

    /// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    /// Inputs that libFuzzer makes, led by the code that they reach.
    enum CoverageRun {
        /// What the callback, a function of C without a context, works on.
        nonisolated(unsafe) private static var work: Engine.Work?

        static func run(_ work: Engine.Work) throws {
            self.work = work
            var arguments: [UnsafeMutablePointer<CChar>?] = try options(work).map { strdup($0) } + [nil]
            var count = Int32(arguments.count - 1)
            _ = arguments.withUnsafeMutableBufferPointer { buffer in
                var start = buffer.baseAddress!
                return runDriver(&count, &start) { bytes, count in
                    guard let work = CoverageRun.work else { return 0 }
                    Engine.examine(Array(UnsafeBufferPointer(start: bytes, count: count)), work)
                    return 0
                }
            }
        }

        private static func options(_ work: Engine.Work) throws -> [String] {
            let (found, seeds) = (work.folder + "/corpus", work.folder + "/seeds")
            for folder in [found, seeds] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            let good = try work.target.seeds
            for (number, bytes) in good.enumerated() {
                try Data(bytes).write(to: URL(fileURLWithPath: "\(seeds)/\(number)"))
            }
            let words = work.folder + "/words.dict"
            try Data(dictionary(work.target.words).utf8).write(to: URL(fileURLWithPath: words))
            var options = ["sitrep-fuzz", found, seeds] + work.corpus
            options += ["-dict=\(words)", "-seed=\(UInt32(truncatingIfNeeded: work.seed))", "-verbosity=1"]
            options += ["-max_len=\(max(1 << 14, (good.map(\.count).max() ?? 0) * 3 / 2))", "-rss_limit_mb=4096"]
            // Who watches keeps the input that breaks something, and ends one that hangs.
            options += ["-artifact_prefix=\(work.folder)/libfuzzer-", "-timeout=3600"]
            if let seconds = work.seconds { options.append("-max_total_time=\(seconds)") }
            if let runs = work.runs { options.append("-runs=\(runs)") }
            return options
        }

        private static func dictionary(_ words: [String]) -> String {
            words.map { word in
                "\""
                    + word.utf8.map { byte in
                        let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
                        return isPlain
                            ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
                    }.joined() + "\"\n"
            }.joined()
        }
    }
#endif
