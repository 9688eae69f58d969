import Foundation

/// `sitrep-bench check`: counts of instructions and allocations for a fixed input against their limits.
///
/// The counts are the same in every run on one build, whatever else the machine does, so they can stop a change where
/// wall time never can. Valgrind counts; without it the check says so and passes.
enum CheckCommand {
    /// What a byte of text may cost: measured, and a tenth more. Lower them when the program gets faster.
    private static let limits: [(share: Double, instructions: Double, allocations: Double)] = [
        (0, Limits.plain.instructions, Limits.plain.allocations),
        (1, Limits.crisis.instructions, Limits.crisis.allocations),
    ]

    static func run() throws {
        guard Command.exists("valgrind"), Command.exists("strip") else {
            return print("valgrind or strip is not there: nothing is counted")
        }
        _ = Command("strip", "--strip-debug", "-o", program, CommandLine.arguments[0]).run()
        var isWithin = true
        for limit in limits {
            let small = try input(100_000, limit.share)
            let large = try input(600_000, limit.share)
            // The difference of two inputs leaves out what the start of the program costs.
            let bytes = Double(size(large) - size(small))
            let (few, many) = (try counts(small), try counts(large))
            let instructions = (many.instructions - few.instructions) / bytes
            let allocations = (many.allocations - few.allocations) / bytes * 1000
            let name = limit.share == 0 ? "plain news" : "crisis reports"
            print(
                "\(name): \(rounded(instructions)) instructions a byte (limit \(rounded(limit.instructions))), "
                    + "\(rounded(allocations)) allocations a thousand bytes (limit \(rounded(limit.allocations)))")
            isWithin = isWithin && instructions <= limit.instructions && allocations <= limit.allocations
        }
        guard isWithin else { stop("more than the limit: find what costs more, or raise it with a reason") }
    }

    /// This program without what debuggers read: valgrind stumbles over newer forms of it.
    private static let program = NSTemporaryDirectory() + "sitrep-bench-stripped"

    private static func input(_ bytes: Int, _ share: Double) throws -> String {
        let path = NSTemporaryDirectory() + "sitrep-bench-\(bytes)-\(Int(share)).jsonl"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let handle = FileHandle(forWritingAtPath: path) else { stop("\(path): cannot be written") }
        try CorpusCommand.write(bytes, share: share, seed: 1, to: handle)
        try handle.close()
        return path
    }

    private static func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// The instructions of a run, and how often it asked for memory: both out of one profile.
    private static func counts(_ path: String) throws -> (instructions: Double, allocations: Double) {
        let profile = NSTemporaryDirectory() + "sitrep-bench.callgrind"
        defer { try? FileManager.default.removeItem(atPath: profile) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "valgrind", "--tool=callgrind", "--callgrind-out-file=\(profile)", program, "work", path,
        ]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let report = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let allocations = calls(of: "malloc", in: try String(contentsOfFile: profile, encoding: .utf8))
        return (try number(after: "Collected : ", in: report), allocations)
    }

    /// How often a function was called, by callgrind's profile: `cfn=(12) malloc` names it once, `cfn=(12)` after that, and
    /// the next line says how often: `calls=3 …`.
    private static func calls(of function: String, in profile: String) -> Double {
        var id: Substring?
        var count = 0.0
        var isCallee = false
        for line in profile.split(separator: "\n") {
            if line.hasPrefix("fn=") || line.hasPrefix("cfn=") {
                let name = line.drop { $0 != "(" }
                if name.hasSuffix(") \(function)") { id = name.prefix { $0 != " " } }
                isCallee = line.hasPrefix("c") && id != nil && name.prefix { $0 != " " } == id
            } else if isCallee, line.hasPrefix("calls=") {
                count += Double(line.dropFirst("calls=".count).prefix { $0 != " " }) ?? 0
                isCallee = false
            }
        }
        return count
    }

    private static func number(after label: String, in report: String) throws -> Double {
        guard let start = report.range(of: label)?.upperBound,
            let value = Double(report[start...].prefix { $0.isNumber || $0 == "," }.filter(\.isNumber))
        else { stop("valgrind did not tell '\(label)'") }
        return value
    }
}
