import Foundation

/// What a server's robots.txt lets this program read (RFC 9309).
///
///     User-agent: *
///     Disallow: /search
///     Allow: /search/about$
///     Crawl-delay: 5
///
/// The group that names `sitrep` counts, else that of `*`; of the rules that match the longest, and of two of the same
/// length the one that allows. `*` stands for anything, `$` for the end. What is no such line is passed over.
struct RobotsRules: Sendable {
    private var rules: [(isAllowed: Bool, pattern: String)] = []
    /// Seconds between two requests, where the server asks for some.
    private(set) var delay: Double?

    static let token = "sitrep"
    static let all = RobotsRules()
    static let none: RobotsRules = {
        var rules = RobotsRules()
        rules.rules = [(false, "/")]
        return rules
    }()

    private init() {}

    init(_ text: String) {
        let groups = RobotsRules.groups(text)
        let own = groups.filter { $0.agents.contains(RobotsRules.token) }
        for group in own.isEmpty ? groups.filter({ $0.agents.contains("*") }) : own {
            rules += group.rules
            delay = delay ?? group.delay
        }
    }

    private struct Group {
        var agents: Set<String> = []
        var rules: [(isAllowed: Bool, pattern: String)] = []
        var delay: Double?
        var isOpen = true
    }

    private static func groups(_ text: String) -> [Group] {
        var groups: [Group] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let pair = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let key = pair[0].trimmingCharacters(in: .whitespaces).lowercased()
            let value = pair[1].trimmingCharacters(in: .whitespaces)
            if key == "user-agent" {
                // Lines of agents that follow each other head one group.
                if groups.last?.isOpen != true { groups.append(Group()) }
                let agent = value.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" || $0 == "*" }
                groups[groups.count - 1].agents.insert(String(agent))
                continue
            }
            guard let last = groups.indices.last else { continue }
            switch key {
            case "allow", "disallow":
                groups[last].isOpen = false
                // An empty rule says nothing.
                if !value.isEmpty { groups[last].rules.append((key == "allow", value)) }
            case "crawl-delay":
                groups[last].isOpen = false
                groups[last].delay = Double(value).flatMap { $0 >= 0 ? $0 : nil }
            default: break
            }
        }
        return groups
    }

    /// - Parameter path: path and query as the address has them, beginning with `/`.
    func allows(_ path: String) -> Bool {
        if path == "/robots.txt" { return true }
        let matching = rules.filter { RobotsRules.matches(Array($0.pattern.utf8), Array(path.utf8)) }
        let best = matching.max {
            ($0.pattern.utf8.count, $0.isAllowed ? 1 : 0) < ($1.pattern.utf8.count, $1.isAllowed ? 1 : 0)
        }
        return best?.isAllowed ?? true
    }

    /// Whether the pattern matches from the beginning. Each star goes back at most to the last one, so the time is that
    /// of the pattern times that of the path.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        // What follows is anything, unless the end is asked for.
        let pattern = isAnchored ? Array(pattern.dropLast()) : pattern + [UInt8(ascii: "*")]
        var (at, position) = (0, 0)
        var star: (at: Int, position: Int)?
        while position < path.count {
            if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
                star = (at, position)
                at += 1
            } else if at < pattern.count, pattern[at] == path[position] {
                at += 1
                position += 1
            } else if let last = star {
                star = (last.at, last.position + 1)
                at = last.at + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
