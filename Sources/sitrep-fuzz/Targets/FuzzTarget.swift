/// A way into sitrep for bytes that may be anything, and what must hold of what comes out.
///
/// A new target is a type or a value of this protocol, and a line in `Targets.all`.
protocol FuzzTarget: Sendable {
    var name: String { get }
    /// What the bytes are taken for.
    var about: String { get }
    /// Good inputs, for the mutations to begin with.
    var seeds: [[UInt8]] { get throws }
    /// What its inputs are made of: tags, keys, signatures.
    var words: [String] { get }

    /// Does the work once, for the clock.
    func run(_ bytes: [UInt8]) throws
    /// Does the work and looks at what comes out.
    func check(_ bytes: [UInt8]) throws
}

/// Something that must hold, and does not.
struct Violation: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// - Throws: `Violation` where it does not hold.
func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw Violation(what()) }
}
