/// Characters that a terminal obeys, or that show words in another order than they stand in.
package enum ControlCharacters {
    /// Whether a scalar is a control character of ASCII or Latin-1, or turns the direction of writing (Unicode's
    /// embeddings, overrides and isolates: https://trojansource.codes).
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        default: turns(scalar)
        }
    }

    /// Whether a scalar turns the direction of writing.
    package static func turns(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
