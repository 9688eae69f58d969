import CMessageDigest

/// A digest as crawlers write it: `sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A`, in base 32, base 64 or hexadecimal.
struct Digest {
    private let algorithm: Algorithm
    private let value: String

    private enum Algorithm: String { case sha1, sha256 }

    /// Nil for an algorithm that is not known here, and for what is no digest.
    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].lowercased().filter { $0 != "-" }
        guard let algorithm = Algorithm(rawValue: name) else { return nil }
        self.algorithm = algorithm
        value = String(text[text.index(after: colon)...])
    }

    /// Whether these bytes have the digest; true where the text is in no base of the right length.
    func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
        let sum = bytes.withUnsafeBufferPointer { algorithm == .sha1 ? Digest.sha1($0) : Digest.sha256($0) }
        switch value.utf8.count {
        case sum.count * 2: return value.lowercased() == Digest.hexadecimal(sum)
        case (sum.count * 8 + 4) / 5, (sum.count + 4) / 5 * 8:
            return value.uppercased().prefix { $0 != "=" } == Digest.base32(sum)
        case (sum.count + 2) / 3 * 4, (sum.count * 8 + 5) / 6:
            let plain = String(value.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }.prefix { $0 != "=" })
            return plain == Digest.base64(sum)
        default: return true
        }
    }

    private static func sha1(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: 20)
        var context = sha1_ctx()
        nettle_sha1_init(&context)
        nettle_sha1_update(&context, bytes.count, bytes.baseAddress)
        nettle_sha1_digest(&context, sum.count, &sum)
        return sum
    }

    private static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: 32)
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
        nettle_sha256_digest(&context, sum.count, &sum)
        return sum
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func base32(_ bytes: [UInt8]) -> String {
        digits(bytes, 5, Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8))
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        digits(bytes, 6, Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8))
    }

    /// The bytes in digits of so many bits, without padding.
    private static func digits(_ bytes: [UInt8], _ bits: Int, _ alphabet: [UInt8]) -> String {
        var text: [UInt8] = []
        var held = 0
        var count = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            count += 8
            while count >= bits {
                count -= bits
                text.append(alphabet[held >> count & (1 << bits - 1)])
            }
            held &= 1 << count - 1
        }
        if count > 0 { text.append(alphabet[held << (bits - count) & (1 << bits - 1)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
