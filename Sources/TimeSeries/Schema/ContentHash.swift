import CMessageDigest
import Figures

extension Article {
    /// What makes it this article and no other: SHA-256 in hexadecimal of publisher, date, title and text.
    ///
    /// Each field is preceded by its length in bytes and a colon, `-` for one that is missing, so that no two
    /// different articles run into the same bytes. It must not change: the articles of every store are known by it.
    var sha256: String {
        var bytes: [UInt8] = []
        for field in [publisher, date?.description, title, text] {
            bytes += (field.map { "\($0.utf8.count):" } ?? "-").utf8
            bytes += (field ?? "").utf8
        }
        return bytes.sha256
    }
}

extension [UInt8] {
    fileprivate var sha256: String {
        var digest: [UInt8] = Array(repeating: 0, count: 32)
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, self, count)
        SHA256Final(&digest, &context)
        return digest.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
