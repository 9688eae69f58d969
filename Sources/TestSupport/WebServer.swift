import Foundation
import Glibc

/// A server of HTTP on this machine, for tests: it answers what it is told to, and keeps what it was asked.
///
///     let server = try WebServer { request in
///         request.path == "/a" ? .init("<p>24 dead</p>", type: "text/html") : .init(status: 404)
///     }
///     server.address("/a")    // http://127.0.0.1:40123/a
///
/// Requests are answered one after the other, each on a connection of its own.
public final class WebServer: Sendable {
    public struct Request: Sendable {
        public let path: String
        /// Names in lower case.
        public let fields: [String: String]
    }

    public struct Answer: Sendable {
        public var status: Int
        public var fields: [String: String]
        public var body: [UInt8]
        /// Seconds before the answer.
        public var wait: Double = 0

        public init(status: Int = 200, fields: [String: String] = [:], body: [UInt8] = [], wait: Double = 0) {
            self.status = status
            self.fields = fields
            self.body = body
            self.wait = wait
        }

        public init(_ text: String, type: String, fields: [String: String] = [:]) {
            self.init(fields: fields.merging(["Content-Type": type]) { $1 }, body: Array(text.utf8))
        }
    }

    private let listener: Int32
    private let port: UInt16
    private let log = Log()

    private final class Log: @unchecked Sendable {
        private let lock = NSLock()
        // Under the lock.
        private var received: [Request] = []

        func add(_ request: Request) { lock.withLock { received.append(request) } }

        var requests: [Request] { lock.withLock { received } }
    }

    public init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                var length = size
                return bind(listener, generic, size) == 0 && Glibc.listen(listener, 64) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EADDRINUSE) }
        port = UInt16(bigEndian: address.sin_port)
        let thread = Thread { [log] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else {
                    close(listener)
                    return
                }
                WebServer.serve(connection) { request in
                    log.add(request)
                    return answer(request)
                }
                close(connection)
            }
        }
        thread.start()
    }

    deinit {
        // The thread closes it: closed here, the number could be another server's while `accept` still waits on it.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    public func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// What was asked so far, robots.txt left out.
    public var requests: [Request] { log.requests.filter { $0.path != "/robots.txt" } }

    public var paths: [String] { requests.map(\.path) }

    private static func serve(_ connection: Int32, _ answer: (Request) -> Answer) {
        guard let request = read(connection) else { return }
        let answer = answer(request)
        if answer.wait > 0 { Thread.sleep(forTimeInterval: answer.wait) }
        var head = "HTTP/1.1 \(answer.status) Answer\r\nConnection: close\r\nContent-Length: \(answer.body.count)\r\n"
        for (name, value) in answer.fields.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
        var bytes = Array((head + "\r\n").utf8) + answer.body
        while !bytes.isEmpty {
            let count = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
            if count <= 0 { return }
            bytes.removeFirst(count)
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(connection, &piece, piece.count, 0)
            if count <= 0 { return nil }
            bytes += piece[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            if pair.count == 2 { fields[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces) }
        }
        return Request(path: String(words[1]), fields: fields)
    }
}
