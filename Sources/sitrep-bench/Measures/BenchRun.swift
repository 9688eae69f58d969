import Foundation

/// `sitrep-bench run`: the table.
struct BenchRun {
    private static let sitrep = ".build/release/sitrep"
    private static let folder = ".build/bench"

    private let megabytes: Int
    private let repeats: Int
    private var table = BenchTable()

    static func run(_ arguments: [String]) throws {
        guard FileManager.default.isExecutableFile(atPath: sitrep), FileManager.default.fileExists(atPath: "Data")
        else {
            stop("\(sitrep) is missing: run 'make bench' in the package's folder")
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var run = BenchRun(
            megabytes: arguments.first.flatMap(Int.init) ?? 500,
            repeats: arguments.count > 1 ? Int(arguments[1]) ?? 5 : 5)
        try run.measure()
    }

    private init(megabytes: Int, repeats: Int) {
        self.megabytes = max(10, megabytes)
        self.repeats = max(1, repeats)
    }

    private mutating func measure() throws {
        try measureExtraction()
        try measureGrowth()
        try measureHostileShapes()
        measureStart()
        try measureStore()
        try measurePeers()
        try table.write(to: "Plots")
        print(table.markdown)
    }

    // MARK: Input

    /// A file of articles that is made where it is not there yet.
    private static func corpus(_ megabytes: Int, share: Double = Corpus.newsShare) throws -> String {
        let path = "\(folder)/corpus-\(megabytes)-\(Int(share * 100)).jsonl"
        if FileManager.default.fileExists(atPath: path) { return path }
        note("making \(path)")
        _ = FileManager.default.createFile(atPath: path + ".new", contents: nil)
        guard let handle = FileHandle(forWritingAtPath: path + ".new") else { stop("\(path): cannot be written") }
        try CorpusCommand.write(megabytes * 1_000_000, share: share, seed: 1, to: handle)
        try handle.close()
        try FileManager.default.moveItem(atPath: path + ".new", toPath: path)
        return path
    }

    private static func size(_ path: String) -> Double {
        Double((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0) / 1e6
    }

    private static func extract(_ path: String, jobs: Int = 1) -> Command {
        Command(sitrep, "extract", "--max-size", "1024", "--jobs", "\(jobs)", path)
    }

    // MARK: Measures

    private mutating func measureExtraction() throws {
        let path = try Self.corpus(megabytes)
        let size = Self.size(path)
        note("extraction, \(megabytes) MB, \(repeats) times")
        let costs = Command.medians(
            [
                Command("wc", "-w", path, environment: ["LC_ALL": "C.UTF-8"]), Self.extract(path),
                Self.extract(path, jobs: 2),  // Into a pipe: with its output thrown away grep stops at the first line.
                Command("sh", "-c", "grep -c '[0-9]' \"$0\" | cat", path, environment: ["LC_ALL": "C"]),
            ], repeats: repeats)
        table.reference = size / costs[0].user
        table.add("`wc -w`, C.UTF-8", size, costs[0], note: "the measure of all below")
        table.add("`sitrep extract --jobs 1`, news", size, costs[1], bar: "0.5 × `wc -w`")
        let gain = rounded(costs[1].wall / costs[2].wall)
        let undisturbed = rounded(costs[1].fastest / costs[2].fastest)
        let busiest = [1, 2].map { ThreadTimes.busiest(Self.extract(path, jobs: $0), repeats: min(repeats, 3)) }
        table.add(
            "`sitrep extract --jobs 2`, news", size, costs[2],
            note: "\(gain) × one job on the wall, \(undisturbed) × by the fastest run of each, "
                + "\(rounded(busiest[0] / busiest[1])) × by the time of the busiest thread",
            bar: "1.8 × one job")
        table.add(
            "`grep -c '[0-9]'`", size, costs[3],
            note: "to the first digit of a line, then to its end: near the speed of memory")
        for (name, share) in [("crisis reports", 1.0), ("plain news", 0.0)] {
            let part = min(megabytes, 50)
            let path = try Self.corpus(part, share: share)
            let cost = Command.medians([Self.extract(path)], repeats: repeats)[0]
            table.add("`sitrep extract --jobs 1`, \(name)", Self.size(path), cost)
        }
    }

    /// The same text in more bytes, and as one article: the time for each megabyte stays.
    private mutating func measureGrowth() throws {
        let sizes = [5, 50].filter { $0 < megabytes } + [megabytes]
        let paths = try sizes.map { try Self.corpus($0) }
        let one = try Self.oneArticle(megabytes: min(100, megabytes))
        note("growth")
        let costs = Command.medians((paths + [one]).map { Self.extract($0) }, repeats: min(repeats, 3))
        for (path, cost) in zip(paths, costs) {
            table.add("growth: \(Int(Self.size(path))) MB of articles", Self.size(path), cost, bar: "64 MiB, ± 10 %")
        }
        table.add("growth: one article of \(Int(Self.size(one))) MB", Self.size(one), costs[sizes.count])
    }

    private static func oneArticle(megabytes: Int) throws -> String {
        let path = "\(folder)/one-\(megabytes).jsonl"
        if FileManager.default.fileExists(atPath: path) { return path }
        let corpus = try corpus(megabytes)
        _ = Command(CommandLine.arguments[0], "join", corpus).run(output: path)
        return path
    }

    /// Shapes that could make the work grow faster than the bytes: four times the bytes, how many times the time, without
    /// that of the start?
    private mutating func measureHostileShapes() throws {
        note("hostile shapes")
        let start = Command.medians([Self.extract(Self.smallArticle())], repeats: 9)[0].user
        for shape in HostileShape.all {
            let paths = try [1, 4].map { factor in
                let name = shape.name.replacingOccurrences(of: " ", with: "-")
                let path = "\(Self.folder)/hostile-\(name)-\(factor).jsonl"
                try shape.line(bytes: factor * shape.bytes).write(toFile: path, atomically: true, encoding: .utf8)
                return path
            }
            let costs = Command.medians(paths.map { Self.extract($0) }, repeats: min(repeats, 3))
            let growth = (costs[1].user - start) / max(costs[0].user - start, 0.002)
            table.add(
                "hostile: \(shape.name), \(4 * shape.bytes / 1000) kB", Self.size(paths[1]), costs[1],
                note: "\(rounded(growth)) × the time of a quarter", bar: "4 × or less")
        }
    }

    private mutating func measureStart() {
        note("start")
        let costs = Command.medians(
            [Command(Self.sitrep, "--version"), Self.extract(Self.smallArticle())], repeats: 21)
        table.add("`sitrep --version`", nil, costs[0], bar: "10 ms")
        table.add("`sitrep extract`, one article", nil, costs[1], bar: "20 ms")
    }

    /// A file with one article of one sentence.
    private static func smallArticle() -> String {
        let path = "\(folder)/article.jsonl"
        let text = #"{"id":"a","date":"2024-02-15","text":"At least 24 people were killed in Aden."}"# + "\n"
        try? text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private mutating func measureStore() throws {
        note("store")
        let bench = StoreBench(sitrep: Self.sitrep, folder: Self.folder, repeats: min(repeats, 5))
        let path = try Self.corpus(min(megabytes, 50))
        bench.measureIngest(path, Self.size(path), Self.extract(path), &table)
        // 357 MB of crisis reports have a million figures.
        bench.measureQueries(try Self.corpus(min(megabytes, 357), share: 1), &table)
    }

    /// Where articles lie, as JSON Lines, on which the program is compared with its peers; crisis reports where it is not
    /// set.
    private static let articlesKey = "SITREP_BENCH_ARTICLES"

    private mutating func measurePeers() throws {
        let given = ProcessInfo.processInfo.environment[Self.articlesKey]
        let path = try given ?? Self.corpus(10, share: 1)
        let name = given.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "crisis reports"
        guard let peers = Peers(folder: Self.folder) else {
            return table.remarks.append("The Python peers were not measured: python3 with pip is not there.")
        }
        note("Python peers")
        let text = Peers.textBytes(path)
        // Again and again, so that the start of the program does not count, as it does not for the peers.
        let times = max(1, Int(10 / max(text, 0.001)))
        let repeated = "\(Self.folder)/peers.jsonl"
        _ = Command("sh", "-c", "for i in $(seq \(times)); do cat \"$0\"; done", path).run(output: repeated)
        let cost = Command.medians([Self.extract(repeated)], repeats: min(repeats, 3))[0]
        table.add("`sitrep extract`, \(name) \(times) times", text * Double(times), cost)
        for peer in Peers.names {
            guard let speed = peers.speed(of: peer, articles: path) else {
                table.remarks.append("\(peer) could not be installed or run.")
                continue
            }
            let ratio = text * Double(times) / cost.user / speed
            table.add(
                "\(peer) (PyPI), \(name)", speed: speed, note: "sitrep is \(rounded(ratio)) × as fast",
                bar: "2,000 ×")
        }
    }
}

func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
}
