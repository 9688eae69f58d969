/// Takes the accents off the Latin letters of U+00C0 to U+017F.
enum Folding {
    /// The ASCII letter under the accent, by code point minus 0xC0; 0 where there is none to take off.
    private static let base: [UInt8] = Array(
        ("aaaaaaaceeeeiiii" + "dnooooo.ouuuuyps" + "aaaaaaaceeeeiiii" + "dnooooo.ouuuuypy"
            + "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll"
            + "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs").utf8)

    /// The letter under the accent of the two-byte sequence `lead`, `trail`; nil for all other characters.
    @inline(__always) static func letter(_ lead: UInt8, _ trail: UInt8) -> UInt8? {
        guard lead >= 0xC3, lead <= 0xC5 else { return nil }
        let index = (Int(lead & 0x1F) << 6 | Int(trail & 0x3F)) - 0xC0
        guard index >= 0, index < base.count else { return nil }
        let letter = base[index]
        return letter == UInt8(ascii: ".") ? nil : letter
    }
}
