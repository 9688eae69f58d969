import CMessageDigest
import Figures

extension Article {
    /// What makes it this article and no other: SHA-256 in hexadecimal of publisher, date, title and text.
    ///
    /// Each field is preceded by its length in bytes and a colon, `-` for one that is missing, so that no two
    /// different articles run into the same bytes. It must not change: the articles of every store are known by it.
    var sha256: String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        func add(_ text: String) {
            var text = text
            text.withUTF8 { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
        }
        for field in [publisher, date?.description, title, text] {
            add(field.map { "\($0.utf8.count):" } ?? "-")
            if let field { add(field) }
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return String(unsafeUninitializedCapacity: digest.count * 2) { text in
            let digits = StaticString("0123456789abcdef").utf8Start
            for (index, byte) in digest.enumerated() {
                text[index * 2] = digits[Int(byte >> 4)]
                text[index * 2 + 1] = digits[Int(byte & 15)]
            }
            return digest.count * 2
        }
    }
}
