/// An enum whose cases are called in the tables as they are in the code.
///
/// The compiler writes the names of a coding key's cases out. Of another enum the run-time has to find them, which takes
/// it half a millisecond each, and every start of the program wants all of them.
protocol NamedCase: CaseIterable, CodingKey {}

extension NamedCase {
    var description: String { stringValue }

    /// The case of a name in a table; nil where none is called so.
    init?(name: String) { self.init(stringValue: name) }
}
