import Foundation

/// What the store costs: to be filled, to be filled with what it has, and to be asked.
struct StoreBench {
    let sitrep: String
    let folder: String
    let repeats: Int

    /// Reads articles into a new store, and again, beside reading their figures and writing the same rows.
    ///
    /// - Parameters:
    ///   - path: the articles.
    ///   - size: of the file, in megabytes.
    ///   - extract: the command that reads their figures with one thread.
    func measureIngest(_ path: String, _ size: Double, _ extract: Command, _ table: inout BenchTable) {
        let database = "\(folder)/store.db"
        let ingest = Command(sitrep, "ingest", "--jobs", "1", "--db", database, path)
        // Without the mark that the file is done, so that every article is looked at.
        let again = Command(sitrep, "ingest", "--anew", "--jobs", "1", "--db", database, path)
        let insert = Command("python3", "-c", StoreBench.bareInsert, database, "\(database).bare")
        var rounds: [[Command.Cost]] = []
        for _ in 0..<repeats {
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + end) }
            var round = [extract, ingest, again].map { $0.run() }
            if Command.exists("python3") { round.append(StoreBench.inner(insert, "\(folder)/insert.txt")) }
            rounds.append(round)
        }
        let costs = rounds[0].indices.map { index in Command.median(rounds.map { $0[index] }) }
        table.add("`sitrep extract`, the articles of the store", size, costs[0])
        var sum = costs[0].processor
        if costs.count > 3 {
            table.add("the same rows by prepared statements, full-text index on", size, costs[3])
            sum += costs[3].processor
        }
        table.add(
            "`sitrep ingest`, new store", size, costs[1],
            note: "\(rounded(costs[1].processor / sum)) × extract and insert, of processor time", bar: "1.2 ×")
        table.add(
            "`sitrep ingest`, nothing new", size, costs[2],
            note: "\(rounded(costs[2].processor / costs[0].processor)) × extract, of processor time", bar: "1.1 ×")
    }

    /// Asks a store of a million figures.
    ///
    /// - Parameter path: crisis reports with so many figures.
    func measureQueries(_ path: String, _ table: inout BenchTable) {
        let database = "\(folder)/queries-\(URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent).db"
        if !FileManager.default.fileExists(atPath: database) {
            note("filling \(database)")
            _ = Command(sitrep, "ingest", "--db", database + ".new", path).run()
            try? FileManager.default.moveItem(atPath: database + ".new", toPath: database)
        }
        let questions = [
            (["figures", "--place", "Gaza", "--week", "2015-W10"], "100 ms"),
            (["series", "deaths", "--place", "Aden"], "100 ms"),
            (["series", "deaths", "--place", "Gaza", "--source", "moh-gaza"], "100 ms"),
            (["series", "deaths", "--place", "Gaza"], "100 ms"),
            (["report", "--week", "2015-W10"], "1 s"),
            (["check", "--week", "2015-W10"], ""),
            (["figures", "--text", "cholera outbreak", "--week", "2015-W10"], ""),
        ]
        let commands = questions.map { Command([sitrep] + $0.0 + ["--db", database]) }
        let costs = Command.medians(commands, repeats: repeats)
        let count = StoreBench.count(commands[0].arguments[0], database)
        for ((words, bar), cost) in zip(questions, costs) {
            table.add("\(count) figures: `\(words.joined(separator: " "))`", nil, cost, bar: bar)
        }
    }

    /// How many figures a store has, as `1,006,292`.
    private static func count(_ sitrep: String, _ database: String) -> String {
        let path = database + ".count"
        _ = Command(sitrep, "measures", "--format", "csv", "--db", database).run(output: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
        let total = lines.reduce(0) { $0 + (Int($1.split(separator: ",").dropFirst().first ?? "") ?? 0) }
        return total.formatted(.number.locale(Locale(identifier: "en_US_POSIX")).grouping(.automatic))
    }

    /// What the script says of its own cost, which is less than that of the process: that reads the rows first.
    private static func inner(_ command: Command, _ output: String) -> Command.Cost {
        var cost = command.run(output: output)
        let numbers = ((try? String(contentsOfFile: output, encoding: .utf8)) ?? "").split(
            whereSeparator: \.isWhitespace)
        guard numbers.count == 3, let wall = Double(numbers[0]), let user = Double(numbers[1]),
            let system = Double(numbers[2])
        else { stop("the bare insertion did not say what it cost") }
        (cost.wall, cost.user, cost.system) = (wall, user, system)
        return cost
    }

    /// Puts the rows of a store into the tables, indexes and triggers of a new one, by prepared statements in one
    /// transaction, and prints the seconds of that: on the wall, in user mode, in the system.
    private static let bareInsert = """
        import os, sqlite3, sys, time
        for end in ('', '-wal', '-shm'):
            if os.path.exists(sys.argv[2] + end): os.remove(sys.argv[2] + end)
        old, new = sqlite3.connect(sys.argv[1]), sqlite3.connect(sys.argv[2])
        for pragma in ('journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -262144'): new.execute('PRAGMA ' + pragma)
        made = old.execute('''SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'
            AND (type IN ('table', 'index') AND name NOT LIKE 'article_text_%' OR name = 'article_text_insert')''').fetchall()
        for kind, name, sql in made: new.execute(sql)
        tables = [name for kind, name, sql in made if kind == 'table' and 'VIRTUAL' not in sql]
        rows = {name: old.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
        wall, start = time.time(), os.times()
        for name in tables:
            if rows[name]: new.executemany(f'INSERT INTO "{name}" VALUES ({",".join("?" * len(rows[name][0]))})', rows[name])
        new.commit()
        end = os.times()
        print(time.time() - wall, end.user - start.user, end.system - start.system)
        """
}
