/// Cuts UTF-8 into tokens, in one pass over the bytes.
///
/// - A word is a run of letters (every character past ASCII that is no known mark or space counts as one).
///   `U.S.` is one word; `Gaza's` is `Gaza`, `'`, `s`; a hyphen is a mark of its own.
/// - A number is a run of digits with single commas and points inside: `9,000`, `2.3`. What follows without a space
///   (`2.3m`, `24th`) is the next token, not spaced.
/// - White space is every Unicode space, and the `Â` that a wrong decoding leaves before a no-break space.
///   Soft hyphens and zero-width characters inside a word belong to it and do not change its id.
struct Tokenizer {
    let bytes: Bytes
    private var at = 0
    private var flags: TokenFlags = [.newline, .paragraph]
    private var tokens: TokenBuffer
    // Nil while the lexicon is being made.
    private let slots: FixedBuffer<Vocabulary.Slot>?
    private let words: FixedBuffer<WordEntry>?
    /// The hash of each word in turn, while the lexicon is being made.
    private var hashes: [UInt64] = []

    private init(_ bytes: Bytes, _ lexicon: Lexicon?) {
        precondition(bytes.count <= Int(Int32.max), "a text of more than 2 GB: offsets are held in 32 bits")
        self.bytes = bytes
        slots = lexicon?.vocabulary
        words = lexicon?.words
        tokens = TokenBuffer(capacity: bytes.count / 5 + 8)
    }

    /// The tokens of a text; the caller gives their memory back.
    static func tokens(of bytes: Bytes, lexicon: Lexicon) -> TokenList {
        var tokenizer = Tokenizer(bytes, lexicon)
        tokenizer.run()
        return tokenizer.tokens.list()
    }

    /// The hashes of the words of a phrase of the lexicon; marks are passed over.
    static func hashes(of bytes: Bytes) -> [UInt64] {
        var tokenizer = Tokenizer(bytes, nil)
        tokenizer.run()
        tokenizer.tokens.list().deallocate()
        return tokenizer.hashes
    }

    /// Calls `body` with the hash of each word of the phrase that begins at `at`, up to `end` or a bar.
    ///
    /// Only for phrases of ASCII letters, blanks, hyphens and apostrophes, which nearly all of the lexicon are.
    ///
    /// - Returns: where the phrase ends; nil where it has other characters, or lies at the very end of the bytes. Then the
    ///   calls were for nothing.
    @inline(__always) static func forEachPlainWord(
        of bytes: Bytes, from start: Int, to end: Int, _ body: (UInt64) -> Void
    ) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let last = bytes.count - 8
        var at = start
        while at < end {
            guard at <= last else { return nil }
            var letters = Letters(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
            guard letters.count > 0 else {
                if letters.first == UInt8(ascii: "|") { return at }
                guard letters.first == 32 || letters.first == UInt8(ascii: "-") || letters.first == UInt8(ascii: "'")
                else { return nil }
                at += 1
                continue
            }
            var hash = WordHash.step(WordHash.seed, letters.folded)
            at += letters.count
            while letters.count == 8, at < end {
                guard at <= last else { return nil }
                letters = Letters(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
                guard letters.count > 0 else { break }
                hash = WordHash.step(hash, letters.folded)
                at += letters.count
            }
            // A range is never cut inside of a word.
            guard at <= end else { return nil }
            body(hash == 0 ? 1 : hash)
        }
        return end
    }

    private mutating func run() {
        while at < bytes.count {
            if let slots { plainRun(slots) }
            guard at < bytes.count else { return }
            let byte = bytes[at]
            if byte == 32 {
                at += 1
                flags.insert(.spaced)
            } else if byte.isASCIILetter {
                word()
            } else if byte == 10 || byte == 13 {
                newline(byte)
            } else if byte <= 32 || byte == 127 {
                at += 1
                flags.insert(.spaced)
            } else if byte.isASCIIDigit {
                number()
            } else if byte < 128 {
                mark(byte, length: 1)
            } else {
                beyondASCII()
            }
        }
    }

    /// Takes in words of ASCII letters with what is white or a mark between them, up to a digit, a point that may be
    /// part of its word, or a character past ASCII: nearly all of a text.
    ///
    /// Bytes are loaded eight at a time, so the last seven of a text are left to others.
    private mutating func plainRun(_ slots: FixedBuffer<Vocabulary.Slot>) {
        guard let start = bytes.baseAddress else { return }
        let text = UnsafeRawPointer(start)
        let last = bytes.count - 8
        var at = self.at
        var flags = self.flags
        scan: while at <= last {
            var letters = Letters(text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            if letters.count > 0 {
                let isCapital = letters.bytes & 0x20 == 0
                var areCapitals = isCapital && letters.areCapitals
                var hash = WordHash.step(WordHash.seed, letters.folded)
                var end = at &+ letters.count
                while letters.count == 8 {
                    guard end <= last else { break scan }
                    letters = Letters(text.loadUnaligned(fromByteOffset: end, as: UInt64.self))
                    guard letters.count > 0 else { break }
                    hash = WordHash.step(hash, letters.folded)
                    end = end &+ letters.count
                    areCapitals = areCapitals && letters.areCapitals
                }
                let next = text.load(fromByteOffset: end, as: UInt8.self)
                if next >= 128 || next.isASCIIDigit || next == UInt8(ascii: ".") && end == at &+ 1 { break scan }
                let slot = Vocabulary.slot(hash == 0 ? 1 : hash, slots.count) { slots.unchecked($0) }
                flags.formUnion(slot.flags)
                if isCapital { flags.insert(areCapitals && end > at &+ 1 ? [.capital, .allCapitals] : .capital) }
                tokens.append(
                    Token(start: at, end: end, word: slot.id, kinds: slot.kinds, kind: .word, flags: flags))
                at = next == 32 ? end &+ 1 : end
                flags = next == 32 ? .spaced : []
                continue
            }
            let byte = letters.first
            if byte == 32 {
                flags.insert(.spaced)
            } else if byte > 32, byte < 127 {
                if byte.isASCIIDigit { break scan }
                if Mark.mayEnd(byte) { flags.insert(.mayEnd) }
                tokens.append(Token(start: at, end: at &+ 1, mark: byte, flags: flags))
                let isSpaced = text.load(fromByteOffset: at &+ 1, as: UInt8.self) == 32
                flags = isSpaced ? .spaced : []
                at = isSpaced ? at &+ 1 : at
            } else if byte == 10 {
                flags.insert(flags.contains(.newline) ? [.paragraph, .spaced] : [.newline, .spaced])
            } else if byte < 128 {
                flags.insert(.spaced)
            } else {
                break scan
            }
            at = at &+ 1
        }
        self.at = at
        self.flags = flags
    }

    /// The ASCII letters with which eight bytes begin.
    private struct Letters {
        /// The letters as they are, the first in the lowest place; 0 behind them.
        let bytes: UInt64
        let count: Int
        /// The first of the eight bytes, whatever it is.
        let first: UInt8

        @inline(__always) init(_ loaded: UInt64) {
            let chunk = loaded.littleEndian
            first = UInt8(truncatingIfNeeded: chunk)
            // The highest bit of each byte that is a letter, after it is made a small one.
            let lower = chunk & (ones &* 0x7F) | ones &* 0x20
            let isLetter = (lower &+ ones &* 0x1F) & ~(lower &+ ones &* 0x05) & ~chunk & (ones &* 0x80)
            let bits = (isLetter ^ (ones &* 0x80)).trailingZeroBitCount & ~7
            count = bits &>> 3
            bytes = bits == 0 ? 0 : chunk & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- bits)
        }

        /// In lower case.
        @inline(__always) var folded: UInt64 {
            bytes | (ones &* 0x20) & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        }

        @inline(__always) var areCapitals: Bool { bytes & (ones &* 0x20) == 0 }
    }

    private mutating func newline(_ byte: UInt8) {
        if byte == 10 {
            flags.insert(flags.contains(.newline) ? .paragraph : .newline)
        }
        flags.insert(.spaced)
        at += 1
    }

    private mutating func mark(_ mark: UInt8, length: Int) {
        let start = at
        at += length
        if Mark.mayEnd(mark) { flags.insert(.mayEnd) }
        tokens.append(Token(start: start, end: at, mark: mark, flags: flags))
        flags = []
    }

    private mutating func number() {
        let start = at
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte.isASCIIDigit {
                at += 1
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), at + 1 < bytes.count,
                bytes[at + 1].isASCIIDigit
            {
                at += 2
            } else {
                break
            }
        }
        flags.insert([.number, .time])
        tokens.append(Token(start: start, end: at, kind: .number, flags: flags))
        flags = []
    }

    private mutating func word() {
        let start = at
        var hash = WordHash()
        var letters = 0
        var capitals = 0
        var hasDigit = false
        if bytes[at].isASCIIUpper { flags.insert(.capital) }
        plainLetters(&hash, &letters, &capitals)
        scan: while at < bytes.count {
            let byte = bytes[at]
            if byte.isASCIILetter {
                if byte.isASCIIUpper { capitals += 1 }
                letters += 1
                hash.add(byte | 32)
                at += 1
            } else if byte.isASCIIDigit {
                // `$US1.83 million`, `$A29 billion`: whose dollar it is ends before the amount.
                if !hasDigit, letters <= 4 {
                    let isDollar = letters == capitals && start > 0 && bytes[start - 1] == UInt8(ascii: "$")
                    if isDollar || isCurrency(hash.value, letters) { break scan }
                }
                hasDigit = true
                hash.add(byte)
                at += 1
            } else if byte == UInt8(ascii: "."), letters > 0, isInitial() {
                hash.add(byte)
                at += 1
            } else if byte >= 128 {
                guard let length = letter(at, &hash, &letters, &capitals) else { break scan }
                at += length
            } else {
                break
            }
        }
        if capitals > 1, capitals == letters { flags.insert(.allCapitals) }
        let slot = slot(hash.value)
        flags.insert(slot.flags)
        tokens.append(
            Token(
                start: start, end: at, word: slot.id, kinds: slot.kinds, kind: hasDigit ? .code : .word, flags: flags))
        flags = []
    }

    /// What the vocabulary has on the word with this hash.
    @inline(__always) private mutating func slot(_ hash: UInt64) -> Vocabulary.Slot {
        guard let slots else {
            hashes.append(hash)
            return Vocabulary.Slot()
        }
        return Vocabulary.slot(hash, slots.count) { slots[$0] }
    }

    /// Takes in ASCII letters eight at a time, as far as eight bytes are left.
    @inline(__always) private mutating func plainLetters(
        _ hash: inout WordHash, _ letters: inout Int, _ capitals: inout Int
    ) {
        while at + 8 <= bytes.count {
            let chunk = Letters(UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self))
            guard chunk.count > 0 else { return }
            let small = (chunk.bytes & (ones &* 0x20)).nonzeroBitCount
            capitals += chunk.count - small
            letters += chunk.count
            hash.add(chunk.folded, count: UInt64(chunk.count))
            at += chunk.count
            guard chunk.count == 8 else { return }
        }
    }

    /// `Sh500`, `Rs1,000`; one letter alone only before an amount with its scale: `N20 billion`, `P4.8bn`.
    private func isCurrency(_ hash: UInt64, _ letters: Int) -> Bool {
        guard let slots, let words else { return false }
        let id = Vocabulary.id(hash, slots.count) { slots[$0] }
        return words[Int(id)].isCurrency && (letters > 1 || isScaled())
    }

    /// Whether the digits at `at` end in a scale: `m`, `bn`, or after a blank `million`, `billion`, `crore` …
    private func isScaled() -> Bool {
        var end = at
        while end < bytes.count,
            bytes[end].isASCIIDigit || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")
        {
            end += 1
        }
        if end < bytes.count, bytes[end] == 32 { end += 1 }
        let rest = FoldedWord(bytes: Bytes(rebasing: bytes[end..<min(end + 8, bytes.count)]))
        let scales: [StaticString] = ["million", "billion", "trillion", "crore", "lakh", "bn", "m ", "m,", "m."]
        return scales.contains { rest.hasPrefix($0) }
    }

    /// Whether the point at `at` belongs to an abbreviation of single letters: the letter before it stands alone,
    /// and a letter with a point follows (`U.S.`), or one such came before (`U.S.`, at its end).
    private func isInitial() -> Bool {
        guard at >= 1, bytes[at - 1].isASCIILetter else { return false }
        let alone = at < 2 || !(bytes[at - 2].isASCIILetter || bytes[at - 2] >= 128)
        guard alone else { return false }
        if at >= 2, bytes[at - 2] == UInt8(ascii: ".") { return true }
        return at + 2 < bytes.count && bytes[at + 1].isASCIILetter && bytes[at + 2] == UInt8(ascii: ".")
    }

    /// The length of the letter past ASCII at `position`, mixed into the hash; nil where it is a mark or a space.
    private func letter(
        _ position: Int, _ hash: inout WordHash, _ letters: inout Int, _ capitals: inout Int
    ) -> Int? {
        let length = sequenceLength(position)
        if length == 2 {
            let lead = bytes[position]
            let trail = bytes[position + 1]
            if lead == 0xC2 {
                // Soft hyphen: part of the word, not of its id. Ordinal signs and micro: letters. All else: marks.
                if trail == 0xAD { return 2 }
                return nil
            }
            if lead == 0xC3, trail == 0x82, isStrayCircumflex(position) { return nil }
            letters += 1
            if let base = Folding.letter(lead, trail) {
                hash.add(base)
                return 2
            }
        } else if length == 3, bytes[position] == 0xE2, bytes[position + 1] <= 0x82 {
            // U+2000 to U+20BF: spaces, dashes, quotes, currency; the zero-width ones stay inside the word.
            let zeroWidth = bytes[position + 1] == 0x80 && (0x8B...0x8F).contains(bytes[position + 2])
            return zeroWidth ? 3 : nil
        } else if length == 3, bytes[position] == 0xE3, bytes[position + 1] == 0x80 {
            return nil
        } else if isSymbol(position, length) {
            return nil
        } else {
            letters += 1
        }
        for offset in 0..<length { hash.add(bytes[position + offset]) }
        return length
    }

    /// Arrows, dingbats, other symbols (U+2100 to U+2BFF), emoji, and the selectors that follow them: marks, no letters.
    private func isSymbol(_ position: Int, _ length: Int) -> Bool {
        switch bytes[position] {
        case 0xE2: length == 3 && (0x84...0xAF).contains(bytes[position + 1])
        case 0xEF: length == 3 && bytes[position + 1] == 0xB8 && bytes[position + 2] <= 0x8F
        case 0xF0: length == 4 && bytes[position + 1] == 0x9F
        default: false
        }
    }

    /// `Â` before a no-break space, a space or the end: what a wrong decoding leaves of a no-break space.
    private func isStrayCircumflex(_ position: Int) -> Bool {
        let next = position + 2
        guard next < bytes.count else { return true }
        return bytes[next] <= 32 || (bytes[next] == 0xC2 && next + 1 < bytes.count && bytes[next + 1] == 0xA0)
    }

    private func sequenceLength(_ position: Int) -> Int {
        let lead = bytes[position]
        let wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        return min(wanted, bytes.count - position)
    }

    private mutating func beyondASCII() {
        var hash = WordHash()
        var letters = 0
        var capitals = 0
        let length = sequenceLength(at)
        if letter(at, &hash, &letters, &capitals) != nil {
            word()
            return
        }
        if bytes[at] == 0xC3 {
            at += 2
            flags.insert(.spaced)
            return
        }
        let code = scalar(at, length)
        switch code {
        case 0xA0, 0x85, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            at += length
            flags.insert(code == 0x2028 || code == 0x2029 ? [.spaced, .newline] : .spaced)
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: at += length
        case 0x2018, 0x2019, 0x201B, 0xB4: mark(UInt8(ascii: "'"), length: length)
        case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: mark(UInt8(ascii: "\""), length: length)
        case 0x2010, 0x2011: mark(UInt8(ascii: "-"), length: length)
        case 0x2012...0x2015: mark(Mark.dash, length: length)
        case 0xA3: mark(Mark.pound, length: length)
        case 0x20AC: mark(Mark.euro, length: length)
        case 0xA5: mark(Mark.yen, length: length)
        case 0x20B9, 0x20A8: mark(Mark.rupee, length: length)
        case 0x2022, 0xB7, 0x25AA, 0x25CF: mark(Mark.bullet, length: length)
        case 0x2026: mark(Mark.ellipsis, length: length)
        default: mark(Mark.other, length: length)
        }
    }

    private func scalar(_ position: Int, _ length: Int) -> UInt32 {
        switch length {
        case 2: UInt32(bytes[position] & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)
        case 3:
            UInt32(bytes[position] & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
                | UInt32(bytes[position + 2] & 0x3F)
        default: 0xFFFD
        }
    }
}

/// A one in each of eight bytes.
private let ones: UInt64 = 0x0101_0101_0101_0101
