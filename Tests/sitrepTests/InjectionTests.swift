import Foundation
import TestSupport
import Testing

/// No text of an article, of a file's name or of a flag becomes code, on the real program. Each border is tried with all
/// of `HostileText`; `swift test --filter InjectionTests` prints how many that were.
@Suite struct InjectionTests {
    private func run(_ arguments: [String], in folder: TemporaryFolder, input: String = "") async throws
        -> CommandRunner.Result
    {
        try await HostileStore.run(arguments, in: folder, input: input)
    }

    private func told(_ border: String, _ count: Int) { print("\(border): \(count) hostile strings") }

    // MARK: - SQL

    /// A filter finds what bears that very name, and nothing else.
    @Test func namesReachNoSQL() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let all = try await run(["figures", "--format", "jsonl"], in: folder).outputText
        let rows = all.split(separator: "\n").count
        let named = try await run(
            ["figures", "--format", "jsonl"] + texts.flatMap { ["--publisher=" + $0.text] }, in: folder)
        #expect(named.status == 0 && named.outputText == all)
        for text in texts.prefix(6) {
            let found = try await run(["figures", "--format", "jsonl", "--publisher=" + text.text], in: folder)
            let publishers = try HostileStore.objects(found.output).map { $0["publisher"] as? String }
            #expect(!publishers.isEmpty && publishers.allSatisfy { $0 == text.text }, "\(text)")
        }
        for option in ["--place=", "--source="] {
            for text in texts.prefix(4) {
                let refused = try await run(["figures", option + text.text], in: folder)
                #expect(refused.status == 2 && refused.outputText.isEmpty, "\(option)\(text)")
            }
        }
        let population = try await run(["figures"] + texts.flatMap { ["--population=" + $0.text] }, in: folder)
        #expect(population.status == 0)
        #expect(try await run(["doctor"], in: folder).outputText.contains("ok   store"))
        #expect(
            try await run(["figures", "--format", "jsonl"], in: folder).outputText.split(separator: "\n").count == rows)
        told("SQL, as names of filters", texts.count)
    }

    /// The name of a store is that of a file, never an address with options.
    @Test func namesOfStoresAreFiles() async throws {
        let folder = try TemporaryFolder()
        try folder.write("At least 24 people were killed in Aden.", to: "a.txt")
        let names =
            HostileText.all.map(\.text).filter { !$0.contains("/") && !$0.contains("\0") && ![".", ".."].contains($0) }
            + ["file:x.db?mode=memory", "file:x.db?vfs=memdb", ":memory: ", "x.db?mode=ro"]
        let chosen =
            names.filter { $0.hasPrefix("file:") || $0.contains("?") } + names.filter { $0.contains("'") }.prefix(4)
        for name in chosen {
            let result = try await run(["ingest", "a.txt", "--date", "2023-11-03", "--db=" + name], in: folder)
            #expect(result.status == 0, "\(name): \(result.errorText)")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") && $0 != "a.txt"
        }
        #expect(Set(files) == Set(chosen))
        told("SQL, as names of stores", chosen.count)
    }

    // MARK: - gnuplot and the shell

    @Test func chartsRunNothing() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        for (number, group) in Dictionary(grouping: texts, by: \.kind).sorted(by: { $0.key < $1.key }).enumerated() {
            let words = ["plot", "deaths", "--by", "publisher"] + group.value.flatMap { ["--publisher=" + $0.text] }
            let drawn = try await run(words + ["-o", "chart\(number).gp"], in: folder)
            #expect(drawn.status == 0, "\(group.key): \(drawn.errorText)")
            let alone = try await CommandRunner(program: URL(fileURLWithPath: "/usr/bin/env")).run(
                ["gnuplot", "-d", "-e", "evil = '!touch \(HostileStore.canary)'", "chart\(number).gp"], in: folder.url)
            #expect(alone.status == 0, "\(group.key): \(alone.errorText)")
            let terminal = try await run(words, in: folder)
            #expect(terminal.status == 0)
            expectTame(terminal.outputText, "plot")
        }
        let side = try await run(["compare", "deaths", "-o", "compare.svg"], in: folder)
        #expect(side.status == 0, "\(side.errorText)")
        #expect(!HostileStore.isHit(folder))
        told("gnuplot, as names in charts", texts.count)
    }

    /// Names of files go to pdftotext, gnuplot and the shell as they are.
    @Test func namesOfFilesRunNothing() async throws {
        let folder = try TemporaryFolder()
        let names = HostileText.all(canary: HostileStore.canary).map(\.text).filter {
            !$0.contains("/") && !$0.contains("\0") && ![".", ".."].contains($0)
        }
        let page = PDFWriter(pages: [PDFWriter.lines(["At least 24 people were killed in Aden, the ministry said."])])
        for (number, name) in names.enumerated() {
            if number % 4 == 0 {
                try folder.write(Data(page.bytes), to: "in/" + name + ".pdf")
            } else {
                try folder.write("At least \(number + 10) people were killed in Aden.", to: "in/" + name + ".txt")
            }
        }
        let result = try await run(["ingest", "in", "--date", "2023-11-03"], in: folder)
        #expect(result.status == 0, "\(result.errorText)")
        // Documents with the same words are one article.
        let counts = result.errorText.matches(of: /([0-9]+) (?:articles added|read before)/).compactMap { Int($0.1) }
        #expect(counts.reduce(0, +) == Set(names.filter { !$0.hasPrefix(".") }).count, "\(result.errorText)")
        expectTame(result.errorText, "ingest")
        for name in names.filter({ $0.contains("touch") || $0.contains("`") }).prefix(4) {
            let drawn = try await run(["plot", "deaths", "-o", "./" + name + ".svg"], in: folder)
            #expect(drawn.status == 0, "\(name): \(drawn.errorText)")
        }
        #expect(!HostileStore.isHit(folder))
        told("shell and gnuplot, as names of files", names.count)
    }

    // MARK: - Pages

    @Test func pagesHoldNoScriptOfTheirs() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        for page in try await HostileStore.pages() {
            let html = try folder.text(page)
            let scripts = page == "explained.html" ? 0 : 1
            #expect(html.components(separatedBy: "<script").count == scripts + 1, "\(page): no script but its own")
            for tag in ["<img", "<iframe", "<base", "<meta http-equiv=refresh", "<b onclick", "<svg onload"] {
                #expect(!html.lowercased().contains(tag), "\(page): \(tag)")
            }
            #expect(html.matches(of: /(?:href|src)=["']?\s*(?:javascript|data|file):/).isEmpty, "\(page)")
            #expect(html.contains("http-equiv=\"Content-Security-Policy\""), "\(page)")
            expectTame(html, page)
        }
        told("HTML, in pages", texts.count)
    }

    static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// In a browser the page's own script runs, and no other.
    @Test(.enabled(if: chromium != nil, "no chromium: apt-get install chromium"))
    func browsersRunNothing() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let browser = CommandRunner(program: URL(fileURLWithPath: Self.chromium ?? ""))
        for page in try await HostileStore.pages() {
            let profile = try TemporaryFolder()
            let dump = try await browser.run(
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path)",
                    "--virtual-time-budget=2000", "--dump-dom", folder.file(page).absoluteString,
                ], timeout: 120)
            #expect(dump.outputText.contains("</html>"), "\(dump.errorText.suffix(400))")
            #expect(dump.outputText.matches(of: /<html[^>]*data-hit/).isEmpty, "\(page)")
            // Its own script makes the headings of tables reachable by the keyboard.
            if page != "explained.html" { #expect(dump.outputText.contains("<th tabindex=\"0\""), "\(page)") }
            #expect(!dump.outputText.contains("<title>PWNED"), "\(page)")
        }
        told("HTML, in a browser", texts.count)
    }

    // MARK: - Terminals

    /// Neither what is read nor what is told of it holds what a terminal would obey, or what turns its words around.
    @Test(arguments: [
        ["figures"], ["figures", "--format", "csv"], ["figures", "--format", "markdown"],

        ["series", "deaths"], ["compare", "deaths"], ["check"], ["sources"], ["places"],
        ["review", "list"], ["export"], ["export", "--format", "hxl"],
        ["export", "--format", "citations"], ["export", "--format", "bibtex"],
        ["report", "--week", "2023-W44"], ["report", "--week", "2023-W44", "--format", "html"], ["doctor"],
        ["extract", "hostile.jsonl"], ["extract", "hostile.jsonl", "--format", "table"], ["read", "hostile.jsonl"],
        ["explain", "hostile.jsonl"], ["explain", "hostile.jsonl", "--all"], ["ingest", "hostile.jsonl", "--anew"],
    ])
    func terminalsObeyNothing(_ arguments: [String]) async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let result = try await run(arguments, in: folder)
        #expect(result.status <= 1, "\(result.errorText)")
        expectTame(result.outputText, arguments.joined(separator: " "))
        expectTame(result.errorText, arguments.joined(separator: " "))
        told("terminal, by \(arguments.joined(separator: " "))", texts.count)
    }

    /// Errors say what is wrong without saying it in the terminal's own language.
    @Test func errorsObeyNothing() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let commands = [
            ["figures", "--place="], ["figures", "--status="], ["figures", "--db="], ["extract", "missing"],
            ["plot", ""],
            ["review", "1", "set", "--by=Ada", "--why=seen", "measure="], ["sources", "merge", "moh-gaza", ""],
        ]
        // All of them in one argument: what an error says of it, it says of each.
        let terminal = texts.filter { $0.kind == "terminal" }
        let argument = terminal.map(\.text).joined(separator: " ")
        for command in commands {
            let words = command.dropLast() + [(command.last ?? "") + argument]
            let result = try await run(Array(words), in: folder)
            #expect(result.status == 2 || result.status == 64, "\(words)")
            let said = result.errorText + result.outputText
            expectTame(said, words[0])
            #expect(said.contains("red") && said.contains("gnp.exe"), "\(words[0]) names what is wrong: \(said)")
        }
        told("terminal, in errors: together in one argument of each of \(commands.count) commands", terminal.count)
    }

    // MARK: - Spreadsheets

    @Test func spreadsheetsRunNoFormula() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let exports = [
            ["export"], ["export", "--format", "hxl"], ["figures", "--format", "csv"],
            ["series", "deaths", "--format", "csv"],
            ["sources", "--format", "csv"], ["review", "list", "--format", "csv"],
        ]
        for words in exports {
            let csv = try await run(words, in: folder).outputText
            let cells = CSVText.cells(csv)
            #expect(cells.count > 100)
            let running = cells.filter { cell in
                guard let first = cell.unicodeScalars.first,
                    "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
                else { return false }
                // HXL tags stand behind #, numbers may be below zero.
                return Double(cell) == nil
            }
            #expect(running.isEmpty, "\(words): \(running.prefix(5))")
        }
        #expect(try await run(["export", "-o", "a.xlsx"], in: folder).status == 0)
        let book = try await CommandRunner(program: URL(fileURLWithPath: "/usr/bin/env")).run(
            ["python3", "-c", HostileStore.formulas, "a.xlsx"], in: folder.url)
        #expect(book.outputText == "0 formulas\n", "\(book.outputText)\(book.errorText)")
        told("spreadsheet", texts.count * (exports.count + 1))
    }

    // MARK: - Paths

    @Test func nothingIsWrittenElsewhere() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let place = try TemporaryFolder()
        let outside = try place.write("as it was", to: "outside/report.html")
        try FileManager.default.createDirectory(at: place.file("out"), withIntermediateDirectories: true)
        for name in ["report.html", "report.md", "figures.csv", "datapackage.json"] {
            try FileManager.default.createSymbolicLink(
                atPath: place.file("out/" + name).path, withDestinationPath: outside.path)
        }
        let db = folder.file("sitrep.db").path
        let report = try await run(
            ["report", "--week", "2023-W44", "--db", db, "--charts", "none", "--no-pdf", "-o", "out"], in: place)
        #expect(report.status == 0, "\(report.errorText)")
        #expect(try await run(["export", "--db", db, "--format", "datapackage", "-o", "out"], in: place).status == 0)
        #expect(try place.text("outside/report.html") == "as it was")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("outside").path) == ["report.html"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() == ["out", "outside"])
        told("paths", texts.count)
    }

    /// A folder of the report that leads elsewhere is not followed.
    @Test func linksOfTheReportAreNotFollowed() async throws {
        let (folder, _) = try await HostileStore.shared.value
        let place = try TemporaryFolder()
        try place.write("", to: "outside/keep")
        try FileManager.default.createDirectory(at: place.file("out"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: place.file("out/charts").path, withDestinationPath: place.file("outside").path)
        let db = folder.file("sitrep.db").path
        let result = try await run(["report", "--week", "2023-W44", "--db", db, "--no-pdf", "-o", "out"], in: place)
        #expect(
            result.status == 2 && result.errorText.contains("charts: a link to another folder"), "\(result.errorText)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("outside").path) == ["keep"])
    }

    // MARK: - TeX, Markdown, JSON

    @Test func texRunsNothing() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let bib = try await run(["export", "--format", "bibtex"], in: folder).outputText
        for entry in bib.components(separatedBy: "\n@").dropFirst() {
            var depth = 0
            var previous: Character = " "
            for letter in entry {
                if letter == "{", previous != "\\" { depth += 1 }
                if letter == "}", previous != "\\" { depth -= 1 }
                #expect(depth >= 0)
                previous = previous == "\\" && letter == "\\" ? " " : letter
            }
            #expect(depth == 0, "\(entry)")
        }
        for command in ["\\input", "\\write18", "\\immediate"] { #expect(!bib.contains(command)) }
        told("TeX", texts.count)
    }

    @Test func markdownHoldsNoMarkup() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        let outputs = [
            try await run(["report", "--week", "2023-W44"], in: folder).outputText,
            try await run(["figures", "--format", "markdown"], in: folder).outputText,
        ]
        for markdown in outputs {
            let html = MarkdownPage.html(markdown).lowercased()
            for tag in ["<script", "<img", "<iframe", "<base", "<style", "<svg", "<b ", "<meta", "<h1>head"] {
                #expect(!html.contains(tag), "\(tag)")
            }
            #expect(html.matches(of: /href="(?!https?:|#)/).isEmpty)
        }
        told("Markdown", texts.count * outputs.count)
    }

    @Test func jsonStaysJSON() async throws {
        let (folder, texts) = try await HostileStore.shared.value
        for words in [["figures", "--format", "jsonl"], ["export", "--format", "jsonl"], ["read", "hostile.jsonl"]] {
            let objects = try HostileStore.objects(try await run(words, in: folder).output)
            #expect(Set(objects.compactMap { $0["publisher"] as? String }) == Set(texts.map(\.text)), "\(words)")
        }
        #expect(try await run(["export", "--format", "datapackage", "-o", "package"], in: folder).status == 0)
        let package = try Data(contentsOf: folder.file("package/datapackage.json"))
        #expect(try JSONSerialization.jsonObject(with: package) is [String: Any])
        told("JSON", texts.count * 3)
    }

    /// - Parameter what: where the text is from.
    private func expectTame(_ text: String, _ what: String) {
        let wild = text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x9, 0xA: false
            case 0x0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        #expect(wild == nil, "\(what) holds U+\(String(wild?.value ?? 0, radix: 16))")
    }
}
