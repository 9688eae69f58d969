import Foundation
import GRDB
import TestSupport
import Testing

/// A folder with stores, and the program as it is run on them.
struct StoreFolder {
    let folder: TemporaryFolder
    private let program: CommandRunner

    init() throws {
        folder = try TemporaryFolder()
        program = try CommandRunner.sitrep()
    }

    func path(_ name: String) -> String { folder.file(name).path }

    @discardableResult
    func sitrep(_ arguments: String..., timeout: Double = 120) async throws -> CommandRunner.Result {
        try await program.run(arguments, in: folder.url, timeout: timeout)
    }

    /// Runs a script of the shell with `sitrep` on PATH.
    func shell(_ script: String, by command: [String] = ["/bin/sh"], timeout: Double = 300) async throws
        -> CommandRunner.Result
    {
        try await CommandRunner(program: URL(fileURLWithPath: command[0])).run(
            command.dropFirst() + ["-c", script], environment: environment, in: folder.url, timeout: timeout)
    }

    /// With `sitrep` on PATH.
    var environment: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": program.program.deletingLastPathComponent().path + ":" + path]
    }

    /// Reads articles into a store; fails where that fails.
    func ingest(_ articles: [NewsItem], into store: String, from name: String = "news.jsonl") async throws {
        try folder.write(articles.jsonLines, to: name)
        let result = try await sitrep("ingest", "--db", store, name)
        try #require(result.status == 0, "\(result.errorText)")
    }

    /// All figures of a store, as bytes.
    func export(_ store: String) async throws -> String {
        let result = try await sitrep("export", "--db", store, "--format", "jsonl")
        try #require(result.status == 0, "\(result.errorText)")
        return result.outputText
    }

    /// Works on a file of SQLite as another program would.
    func edit(_ name: String, _ sql: String, foreignKeys: Bool = false) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = foreignKeys
        let queue = try DatabaseQueue(path: path(name), configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// Every file that is there, with a sum of its bytes.
    ///
    /// Another process reads them: where one closes a file, it loses all locks that it has on it.
    func contents() async throws -> String {
        try await shell("find . -type f -exec cksum {} + | sort -k3").outputText
    }
}

/// An article of made-up news, with numbers that a generator chose.
struct NewsItem {
    let line: String

    private static let places = ["Gaza", "Rafah", "Khan Younis", "Aden", "Goma", "Beira", "Khartoum"]
    private static let sources = ["the health ministry", "the Red Cross", "UNRWA", "police", "the governor's office"]
    private static let things = [
        "people were killed", "people were injured", "families were displaced", "aid trucks crossed",
        "people were detained",
    ]

    /// - Parameter number: part of its name; two of one number are the same article.
    init(_ number: Int) {
        var generator = SplitMix64(seed: UInt64(number))
        let day = Int.random(in: 1...28, using: &generator)
        let sentences = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
            let count = Int.random(in: 2...9000, using: &generator)
            let place = NewsItem.places.randomElement(using: &generator) ?? "Gaza"
            let source = NewsItem.sources.randomElement(using: &generator) ?? "police"
            let thing = NewsItem.things.randomElement(using: &generator) ?? "people were killed"
            return "At least \(count) \(thing) in \(place) on Thursday, \(source) said."
        }
        // Every third is printed by another, with the same words: a copy.
        let outlet = ["Harbour Wire", "Eastgate Daily", "Meridian Post"][number % 3]
        let date = "2023-11-" + (day < 10 ? "0\(day)" : "\(day)")
        let text = sentences.joined(separator: " ") + " Streets in the north were quiet (report \(number / 2))."
        line =
            #"{"id":"item-\#(number)","publisher":"\#(outlet)","date":"\#(date)","title":"Report \#(number)","#
            + #""text":"\#(text)"}"#
    }
}

extension Sequence<NewsItem> {
    var jsonLines: String { map { $0.line + "\n" }.joined() }
}
