import Foundation
import WebTransfer

/// A request of HTTP.
struct HTTPRequest {
    let url: URL
    /// Names and values, in the order in which they are sent.
    var fields: [(name: String, value: String)] = []
    /// The only addresses that the host is asked at; empty to look its name up.
    var addresses: [String] = []

    /// `example.org:443:93.184.215.14,2606:2800::1`, as libcurl wants it; nil where any address will do.
    fileprivate var pinned: String? {
        guard !addresses.isEmpty, let host = url.host else { return nil }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        // An address needs no look-up.
        guard !bare.contains(":") else { return nil }
        let port = url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80)
        return "\(bare):\(port):" + addresses.joined(separator: ",")
    }
}

/// One request, waited for, with limits to its size and time. Redirects are not followed: they are the answer.
final class HTTPTransfer {
    struct Answer {
        let status: Int
        /// Names in lower case.
        let fields: [String: String]
        let body: [UInt8]
    }

    enum Failure: Error {
        case tooLarge
        case timedOut
        case cancelled
        case failed(String)
    }

    private let isCancelled: () -> Bool
    private var fields: [String: String] = [:]
    private var body: [UInt8] = []

    private init(_ isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }

    /// - Parameters:
    ///   - limit: the largest body, unpacked, in bytes.
    ///   - seconds: to the first byte and between two; the whole may take four times as long.
    ///   - isCancelled: asked ten times a second.
    static func answer(
        to request: HTTPRequest, limit: Int, seconds: Double, isCancelled: () -> Bool
    ) -> Result<Answer, Failure> {
        withoutActuallyEscaping(isCancelled) { isCancelled in
            HTTPTransfer(isCancelled).answer(to: request, limit: limit, seconds: seconds)
        }
    }

    private func answer(to request: HTTPRequest, limit: Int, seconds: Double) -> Result<Answer, Failure> {
        let lines = request.fields.map { strdup("\($0.name): \(HTTPTransfer.line($0.value))") }
        defer { for line in lines { free(line) } }
        let pointers = lines.map { UnsafePointer($0) } + [nil]
        let pinned = request.pinned.map { strdup($0) } ?? nil
        defer { free(pinned) }
        var status = 0
        var reason = [CChar](repeating: 0, count: 256)
        let outcome = request.url.absoluteString.withCString { url in
            pointers.withUnsafeBufferPointer { pointers in
                var wanted = WebRequest()
                wanted.url = url
                wanted.fields = pointers.baseAddress
                wanted.addresses = UnsafePointer(pinned)
                wanted.limit = limit
                wanted.seconds = seconds
                wanted.take_field = { HTTPTransfer.of($2).takeField(UnsafeRawBufferPointer(start: $0, count: $1)) }
                wanted.take_body = { HTTPTransfer.of($2).body += UnsafeBufferPointer(start: $0, count: $1) }
                wanted.is_cancelled = { HTTPTransfer.of($0).isCancelled() }
                wanted.context = Unmanaged.passUnretained(self).toOpaque()
                return web_transfer(&wanted, &status, &reason)
            }
        }
        switch outcome {
        case web_done: return .success(Answer(status: status, fields: fields, body: body))
        case web_too_large: return .failure(.tooLarge)
        case web_timed_out: return .failure(.timedOut)
        case web_cancelled: return .failure(.cancelled)
        default:
            let why = String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return .failure(.failed(why.isEmpty ? "no answer" : why))
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer {
        Unmanaged<HTTPTransfer>.fromOpaque(context!).takeUnretainedValue()
    }

    /// A value that a server gave may hold no end of a line when it is sent back.
    private static func line(_ value: String) -> String { String(value.filter { !$0.isNewline && $0 != "\0" }) }

    /// A line of the head: the status, after which all fields are new, or a field.
    private func takeField(_ bytes: UnsafeRawBufferPointer) {
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") { fields = [:] }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
