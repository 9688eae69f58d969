/// What `sitrep-bench check` allows: instructions a byte, and allocations a thousand bytes.
///
/// A tenth more than 171 and 29 for plain news, 570 and 97 for crisis reports, as they were measured with Swift 6.3 on
/// x86-64. Other compilers count otherwise: a limit passed with a new one asks for new limits.
enum Limits {
    static let plain = (instructions: 188.0, allocations: 32.0)
    static let crisis = (instructions: 622.0, allocations: 107.0)
}
