import Foundation

/// A command with what it cost: run once, its output thrown away.
struct Command {
    var arguments: [String]
    var environment: [String: String] = [:]

    /// What one run cost.
    struct Cost {
        /// Seconds on the wall, and of all its threads in user mode and in the system.
        var wall: Double
        var user: Double
        var system: Double
        /// The most memory that it held, in bytes.
        var memory: Int
        /// Of several runs, the seconds on the wall of the one that was disturbed least.
        var fastest: Double

        var processor: Double { user + system }
    }

    init(_ arguments: String..., environment: [String: String] = [:]) {
        self.arguments = arguments
        self.environment = environment
    }

    init(_ arguments: [String]) { self.arguments = arguments }

    /// - Parameter output: a file for standard output; nil throws it away.
    func run(output: String? = nil) -> Cost {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = arguments.map { strdup($0) } + [nil]
        let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var variables = all.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process = pid_t()
        let start = ContinuousClock.now
        guard posix_spawnp(&process, arguments[0], &actions, nil, &words, &variables) == 0 else {
            stop("\(arguments[0]): cannot be run")
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        let wall = (ContinuousClock.now - start) / .seconds(1)
        guard status == 0 else { stop("\(arguments.joined(separator: " ")): failed with status \(status >> 8)") }
        let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
        let system = Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
        return Cost(wall: wall, user: user, system: system, memory: usage.ru_maxrss * 1024, fastest: wall)
    }

    /// Whether the program is there.
    static func exists(_ program: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Runs the commands in turn, A B C A B C …, and gives the median of each: what disturbs the machine meanwhile
    /// disturbs all of them.
    static func medians(_ commands: [Command], repeats: Int) -> [Cost] {
        let rounds = (0..<repeats).map { _ in commands.map { $0.run() } }
        return commands.indices.map { index in median(rounds.map { $0[index] }) }
    }

    /// The median of each number, the most memory, and the fastest.
    static func median(_ costs: [Cost]) -> Cost {
        Cost(
            wall: median(costs.map(\.wall)), user: median(costs.map(\.user)), system: median(costs.map(\.system)),
            memory: costs.map(\.memory).max() ?? 0, fastest: costs.map(\.fastest).min() ?? 0)
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
