/// One thing that was looked at.
struct Diagnosis: CustomStringConvertible {
    enum Level: String {
        case ok
        /// It could be better.
        case note
        case bad
    }

    let level: Level
    let name: String
    /// What it is; for what is not well also what mends it.
    let detail: String

    init(_ level: Level, _ name: String, _ detail: String) {
        self.level = level
        self.name = name
        self.detail = detail
    }

    var description: String {
        let word = level.rawValue + String(repeating: " ", count: 5 - level.rawValue.count)
        return "\(word)\(name): \(detail)"
    }
}
