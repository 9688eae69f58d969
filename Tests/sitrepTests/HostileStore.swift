import Foundation
import TestSupport
import Testing

/// A store whose articles, names and reviews are all hostile.
enum HostileStore {
    /// A file in the folder that a command runs in: it comes to be where a text was run.
    static let canary = "pwned"

    /// The folder, with `sitrep.db` and the articles of `hostile.jsonl`, and the texts that are in both.
    static let shared = Task { () -> (TemporaryFolder, [HostileText]) in
        let folder = try TemporaryFolder()
        // An article with a zero in it is refused.
        let texts = HostileText.all(canary: canary).filter { !$0.text.contains("\0") }
        try folder.write(try texts.enumerated().map(line).joined(), to: "hostile.jsonl")
        let read = try await run(["ingest", "hostile.jsonl"], in: folder)
        try #require(read.status == 0, "\(read.errorText)")
        try await name(texts, in: folder)
        return (folder, texts)
    }

    private static func line(_ number: Int, _ hostile: HostileText) throws -> String {
        let text = hostile.text
        let article = [
            "id": text, "publisher": text, "date": "2023-11-0\(1 + number % 3)", "title": "\(number) " + text,
            "lang": "en",
            "url": number.isMultiple(of: 2) ? text : "https://hw.example/" + text,
            "text":
                "At least \(300 + number) people were killed in Gaza on Thursday, the health ministry said: “\(text)”. "
                + "Some \(number + 2) trucks entered through \(text) on Monday, \(text) officials said. “\(text)”, \(number + 20) "
                + "people were hurt in \(text).",
        ]
        return String(decoding: try JSONEncoder().encode(article), as: UTF8.self) + "\n"
    }

    /// Sources, places and reviews go by the hostile texts too.
    private static func name(_ texts: [HostileText], in folder: TemporaryFolder) async throws {
        let groups = Dictionary(grouping: texts, by: \.kind).sorted { $0.key < $1.key }
        for (number, group) in groups.enumerated() {
            let words = group.value.map(\.text).joined(separator: " ")
            let review = try await run(
                ["review", "\(number + 1)", "accept", "--by=" + words, "--why=" + words], in: folder)
            try #require(review.status == 0, "\(review.errorText)")
        }
        let all = texts.map(\.text).joined(separator: " ")
        for words in [["sources", "rename", "moh-gaza"], ["places", "rename", "Gaza"]] {
            // A name is what it is, not an option.
            let result = try await run(words + ["--by=" + all, "--why=" + all, "--", "x " + all], in: folder)
            try #require(result.status == 0 || result.status == 2, "\(words): \(result.errorText)")
        }
    }

    static func run(_ arguments: [String], in folder: TemporaryFolder, input: String = "") async throws
        -> CommandRunner.Result
    {
        try await CommandRunner.sitrep().run(arguments, input: Data(input.utf8), in: folder.url, timeout: 300)
    }

    static func isHit(_ folder: TemporaryFolder) -> Bool {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.contains { $0.split(separator: "/").last == Substring(canary) }
    }

    /// The pages that the program makes of them.
    static func pages() async throws -> [String] { try await made.value }

    private static let made = Task { () -> [String] in
        let (folder, _) = try await shared.value
        let report = try await run(["report", "--week", "2023-W44", "--no-pdf", "-o", "report"], in: folder)
        try #require(report.status == 0, "\(report.errorText)")
        let explained = try await run(["explain", "hostile.jsonl", "-o", "explained.html"], in: folder)
        try #require(explained.status == 0, "\(explained.errorText)")
        return ["report/report.html", "explained.html"]
    }

    static func objects(_ lines: Data) throws -> [[String: Any]] {
        try lines.split(separator: 10).map { try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:] }
    }

    /// Counts the formulas of a workbook, with Python's own libraries alone.
    static let formulas = """
        import re, sys, zipfile
        book = zipfile.ZipFile(sys.argv[1])
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith('xl/worksheets/sheet')]
        assert len(sheets) > 1
        print(sum(len(re.findall('<f[ >]', sheet)) for sheet in sheets), 'formulas')
        """
}

/// Comma-separated values, as a spreadsheet takes them apart.
enum CSVText {
    static func cells(_ text: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var wasQuote = false
        for scalar in text.unicodeScalars {
            // Of two quotes in a quoted cell one is meant.
            if scalar == "\"", wasQuote, !isQuoted { cell.unicodeScalars.append(scalar) }
            wasQuote = scalar == "\"" && isQuoted
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted:
                cells.append(cell)
                cell = ""
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return cells
    }
}
