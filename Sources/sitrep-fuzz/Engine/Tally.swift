import Foundation

/// What a run came to; a line of `runs.jsonl`.
struct Tally: Codable {
    var target: String
    var engine: String
    var seed: UInt64
    var inputs: Int
    /// Of the clock.
    var seconds: Double
    var processorSeconds: Double
    var findings: Int

    enum CodingKeys: String, CodingKey {
        case target, engine, seed, inputs, seconds
        case processorSeconds = "processor_seconds"
        case findings
    }

    /// `html: 12345 inputs in 60 s (58 s of processor time), libFuzzer, seed 1: nothing found`
    var description: String {
        let found = findings == 0 ? "nothing found" : "\(findings) finding\(findings == 1 ? "" : "s")"
        return "\(target): \(inputs) inputs in \(Int(seconds.rounded())) s (\(Int(processorSeconds.rounded())) s of "
            + "processor time), \(engine), seed \(seed): \(found)"
    }

    /// Puts this behind the other runs of a folder.
    func append(to folder: String) throws {
        let path = folder + "/runs.jsonl"
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: try encoder.encode(self) + Data("\n".utf8))
    }

    static func all(in folder: String) throws -> [Tally] {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/runs.jsonl"))
        return try data.split(separator: 10).map { try JSONDecoder().decode(Tally.self, from: Data($0)) }
    }
}
