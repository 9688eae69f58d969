import Foundation

/// What a variable of the environment asks of a test that can be run longer, or from another seed.
public enum RunSettings {
    /// The number that a variable holds; nil where it is not set, or holds none.
    public static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }
}
