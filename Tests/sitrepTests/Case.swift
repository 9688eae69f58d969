import Foundation
import TestSupport
import Testing

/// A folder in `Cases`.
struct Case: Sendable, CustomTestStringConvertible {
    let folder: URL

    var name: String { folder.lastPathComponent }
    var testDescription: String { name }
    var command: String { text("cmd") }
    var expectedStatus: String { text("expected.status") }

    /// Beside this file.
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static let all: [Case] = {
        let cases = tests.appendingPathComponent("Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
        return names.sorted().map { Case(folder: cases.appendingPathComponent($0)) }.filter { !$0.command.isEmpty }
    }()

    private func text(_ name: String) -> String {
        let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    /// Runs the commands in a copy of the folder.
    func run() async throws -> CommandRunner.Result {
        let place = try TemporaryFolder()
        let copy = place.file("case")
        try FileManager.default.copyItem(at: folder, to: copy)
        try FileManager.default.copyItem(
            at: Case.tests.appendingPathComponent("News"), to: copy.appendingPathComponent("News"))
        let programs = try CommandRunner.sitrep().program.deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let store = try await Case.store.value.file("sitrep.db").path
        await Case.turns.take()
        let result = await Task {
            try await CommandRunner(program: URL(fileURLWithPath: "/bin/sh")).run(
                ["cmd"], environment: ["PATH": programs + ":" + path, "NEWS": store], in: copy, timeout: 600)
        }.result
        await Case.turns.give()
        return try result.get()
    }

    /// Swift Testing starts all cases at once: without turns each would wait for the others with its time running out.
    private static let turns = Turns(4)

    /// A folder with the store of `News`: read once, for half of the cases begin with it.
    private static let store = Task {
        let place = try TemporaryFolder()
        try FileManager.default.copyItem(at: tests.appendingPathComponent("News"), to: place.file("News"))
        let result = try await CommandRunner.sitrep().run(
            ["ingest", "News", "--publisher", "Eastgate Daily"], in: place.url)
        try #require(result.status == 0, "\(result.errorText)")
        return place
    }

    /// Compares what the commands left behind with what is expected; each difference is an issue of its own.
    func check(_ text: String, _ kind: String, recording: Bool = Golden.isRecording) {
        do {
            try Golden.check(text, against: folder.appendingPathComponent("expected." + kind), recording: recording)
        } catch {
            Issue.record("\(name): \(error)")
        }
    }
}

/// Lets so many through at once, the others in the order of their coming.
private actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
