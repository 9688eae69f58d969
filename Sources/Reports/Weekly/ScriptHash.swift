import CMessageDigest
import Foundation

/// By what a page says which script is its own: browsers run no other.
enum ScriptHash {
    /// `sha256-…`, as `script-src` of a content security policy takes it.
    ///
    /// - Parameter script: what stands between the tags, to the last blank.
    static func text(_ script: String) -> String {
        let bytes = Array(script.utf8)
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, bytes.count, bytes)
        var digest: [UInt8] = Array(repeating: 0, count: 32)
        nettle_sha256_digest(&context, digest.count, &digest)
        return "sha256-" + Data(digest).base64EncodedString()
    }
}
