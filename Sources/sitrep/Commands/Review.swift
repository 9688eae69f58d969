import ArgumentParser
import Reports
import TimeSeries

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Accept, reject or correct a figure; or list what was said.",
        usage: """
            sitrep review [list]
            sitrep review <id> accept|reject --by <name> --why <text>
            sitrep review <id> set <key>=<value> ... --by <name> --why <text>
            """,
        discussion: """
            The ID is that of 'sitrep figures'. Keys: measure, value, low, high, qualifier, unit, population, place, \
            source, date, period, period_start, status; an empty value means unknown. What was read stays beside what \
            is set, the log only grows, and a newer extractor changes nothing of it. Rejected figures are left out \
            everywhere unless --review rejected asks for them.
            """)

    @Argument(help: .hidden)
    var words: [String] = []

    @Option(help: ArgumentHelp("Who says so.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var why: String?

    @Flag(help: "Say it of every figure that prints the same claim.")
    var allPrintings = false

    @OptionGroup var clock: ClockOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws { _ = try request() }

    private enum Request {
        case list
        case verdict(Int64, Verdict, ChangeNote)
    }

    private func request() throws -> Request {
        guard let first = words.first, words != ["list"] else { return .list }
        guard let id = Int64(first) else {
            throw ValidationError("'\(first)' is no figure's ID; 'sitrep figures' lists them.")
        }
        let verdict = try Review.verdict(words.dropFirst().first, Array(words.dropFirst(2)))
        guard let by, !by.isEmpty, let why, !why.isEmpty else {
            throw ValidationError("Who says so, and why? Give --by NAME and --why TEXT.")
        }
        return .verdict(id, verdict, ChangeNote(author: by, why: why, at: clock.time))
    }

    private static func verdict(_ word: String?, _ settings: [String]) throws -> Verdict {
        switch word {
        case "accept" where settings.isEmpty: return .accept
        case "reject" where settings.isEmpty: return .reject
        case "set" where !settings.isEmpty: return .set(try values(settings))
        default: throw ValidationError("What of it? Say accept, reject or set KEY=VALUE.")
        }
    }

    private static func values(_ settings: [String]) throws -> [ReviewKey: String] {
        var values: [ReviewKey: String] = [:]
        for setting in settings {
            guard let sign = setting.firstIndex(of: "="), let key = ReviewKey(rawValue: String(setting[..<sign]))
            else {
                let keys = ReviewKey.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("'\(setting)': set wants KEY=VALUE, KEY one of \(keys).")
            }
            guard values.updateValue(String(setting[setting.index(after: sign)...]), forKey: key) == nil else {
                throw ValidationError("'\(key.rawValue)' is set twice.")
            }
        }
        return values
    }

    func run() throws {
        try reporting {
            switch try request() {
            case .list:
                let log = try store.existing(try data.lexicon()).reviews()
                Output.write { output in LogRows.write(log, format.format, width: format.width) { output.write($0) } }
            case .verdict(let id, let verdict, let note):
                let store = try store.existing(try data.lexicon(), for: .write)
                let figures = try store.review(id, verdict, note, allPrintings: allPrintings)
                Output.write { output in
                    var rows = FigureRows(format: format.format, width: format.width) { output.write($0) }
                    for figure in figures { rows.add(figure) }
                    rows.finish()
                }
            }
        }
    }
}
