import Foundation

/// How the web is read.
public struct FetchOptions: Sendable {
    /// The largest answer, in bytes.
    public var limit = 64 << 20
    /// To the first byte of an answer; the whole may take four times as long.
    public var seconds: Double = 30
    /// How often a request that failed is tried again.
    public var retries = 3
    /// Seconds before the first of these; each waits twice as long as the one before.
    public var firstWait: Double = 1
    /// Seconds between two requests to one server.
    public var delay: Double = 1
    /// Whether this machine and its network may be read.
    public var allowsPrivate = false
    /// A host that may be read though it is private: tests have no other server.
    package var allowedHost: String?
    /// Asked while waiting; true ends it.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init() {}
}

/// What a server gave with an answer, to be asked later whether there is a newer one.
public struct Validators: Sendable, Hashable {
    public var etag: String?
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What came of an address.
public enum FetchOutcome: Sendable {
    case fetched(Fetched)
    /// The server says that it is as it was.
    case unchanged
    /// Now and, but for a change of the page or the options, later too.
    case failed(InputProblem)
    /// Now; the server may do better another time.
    case failedForNow(InputProblem)
}

public struct Fetched: Sendable {
    /// Where it was found, redirects followed.
    public let url: String
    public let bytes: [UInt8]
    public let validators: Validators
    let mediaType: String?
    let encoding: String?
}

/// Reads addresses of the web, politely: robots.txt is kept, requests to one server stand apart, what fails for the
/// moment is tried again with growing pauses. It belongs to one thread.
public final class Fetcher {
    private let options: FetchOptions
    private var rules: [String: RobotsRules] = [:]
    private var lastRequest: [String: Date] = [:]

    private static let redirectLimit = 5
    private static let robotsLimit = 500 << 10
    /// No server is waited for longer than this, whatever it asks.
    private static let longestWait: Double = 120
    private static let temporary: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

    public init(_ options: FetchOptions = FetchOptions()) { self.options = options }

    /// Whether this is an address rather than a path.
    public static func isAddress(_ text: String) -> Bool {
        let lower = text.prefix(8).lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }

    /// - Parameter validators: of the answer that is at hand; `unchanged` comes back where it still holds.
    public func fetch(_ address: String, _ validators: Validators = Validators()) -> FetchOutcome {
        var target = address
        for _ in 0...Fetcher.redirectLimit {
            guard let url = Fetcher.url(target) else {
                return .failed(.address(address, "'\(target)' is no address of http or https", remedy: nil))
            }
            let addresses: [String]
            switch self.addresses(of: url) {
            case .failure(let refusal):
                return .failed(.address(address, refusal.reason, remedy: refusal.remedy))
            case .success(let found): addresses = found
            }
            let answer: HTTPTransfer.Answer
            switch patiently(request(url, validators, addresses), limit: options.limit) {
            case .failure(let failure): return outcome(failure, address)
            case .success(let got): answer = got
            }
            if let location = answer.fields["location"], (301...308).contains(answer.status), answer.status != 304 {
                target = URL(string: location, relativeTo: url)?.absoluteString ?? location
                continue
            }
            return outcome(answer, address, url)
        }
        return .failed(.address(address, "more than \(Fetcher.redirectLimit) redirects", remedy: nil))
    }

    private func outcome(_ answer: HTTPTransfer.Answer, _ address: String, _ url: URL) -> FetchOutcome {
        switch answer.status {
        case 200, 203:
            let type = answer.fields["content-type"]
            return .fetched(
                Fetched(
                    url: url.absoluteString, bytes: answer.body,
                    validators: Validators(etag: answer.fields["etag"], lastModified: answer.fields["last-modified"]),
                    mediaType: CapturedPage.mediaType(type), encoding: CapturedPage.parameter("charset", of: type)))
        case 304: return .unchanged
        case 401, 402, 403, 451:
            return .failed(
                .address(address, "the server refuses it (\(answer.status))", remedy: "save the page and read the file")
            )
        case 404, 410: return .failed(.address(address, "there is no such page (\(answer.status))", remedy: nil))
        default:
            let problem = InputProblem.address(address, "the server answers with \(answer.status)", remedy: "try later")
            return Fetcher.temporary.contains(answer.status) ? .failedForNow(problem) : .failed(problem)
        }
    }

    static func url(_ text: String) -> URL? {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            url.host?.isEmpty == false
        else { return nil }
        // What follows # is the browser's.
        var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        parts?.fragment = nil
        return parts?.url
    }

    private func request(_ url: URL, _ validators: Validators, _ addresses: [String]) -> HTTPRequest {
        var request = HTTPRequest(url: url, addresses: addresses)
        request.fields = [
            ("User-Agent", "sitrep/1.0 (reads articles; keeps robots.txt)"),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        ]
        if let etag = validators.etag { request.fields.append(("If-None-Match", etag)) }
        if let day = validators.lastModified { request.fields.append(("If-Modified-Since", day)) }
        return request
    }

    // MARK: - May it be read

    /// The addresses at which a page may be asked for, empty where any will do; or why it may not be read.
    private func addresses(of url: URL) -> Result<[String], AddressGuard.Refusal> {
        let host = url.host ?? ""
        let found = publicAddresses(of: host)
        guard case .success = found else { return found }
        let parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        let path = parts.map { $0.percentEncodedPath.isEmpty ? "/" : $0.percentEncodedPath } ?? "/"
        let query = parts?.percentEncodedQuery.map { "?" + $0 } ?? ""
        if robots(of: url).allows(path + query) { return found }
        return .failure(
            AddressGuard.Refusal(
                reason: "robots.txt of \(host) keeps programs from it, or cannot be read",
                remedy: "save the page and read the file"))
    }

    private func publicAddresses(of host: String) -> Result<[String], AddressGuard.Refusal> {
        options.allowsPrivate || host == options.allowedHost ? .success([]) : AddressGuard.addresses(of: host)
    }

    private func robots(of url: URL) -> RobotsRules {
        let server = Fetcher.server(url)
        if let known = rules[server] { return known }
        let found = fetchRobots(server)
        rules[server] = found
        return found
    }

    private static func server(_ url: URL) -> String {
        "\(url.scheme ?? "http")://\(url.host ?? "")" + (url.port.map { ":\($0)" } ?? "")
    }

    /// None where there is no such file; all is kept from us where the server cannot say.
    private func fetchRobots(_ server: String) -> RobotsRules {
        var target = URL(string: server + "/robots.txt")
        for _ in 0...Fetcher.redirectLimit {
            guard let url = target, Fetcher.url(url.absoluteString) != nil else { return .all }
            guard case .success(let addresses) = publicAddresses(of: url.host ?? ""),
                case .success(let answer) = patiently(
                    request(url, Validators(), addresses), limit: Fetcher.robotsLimit)
            else { return .none }
            switch answer.status {
            case 200..<300: return RobotsRules(String(decoding: answer.body, as: UTF8.self))
            case 300..<400: target = answer.fields["location"].flatMap { URL(string: $0, relativeTo: url)?.absoluteURL }
            case 400..<500: return .all
            default: return .none
            }
        }
        return .all
    }

    // MARK: - Patience

    private func patiently(
        _ request: HTTPRequest, limit: Int
    ) -> Result<HTTPTransfer.Answer, HTTPTransfer.Failure> {
        var wait = options.firstWait
        for attempt in 0... {
            pause(for: request.url)
            let result = HTTPTransfer.answer(
                to: request, limit: limit, seconds: options.seconds, isCancelled: options.isCancelled)
            lastRequest[request.url.host ?? ""] = Date()
            guard attempt < options.retries, let asked = Fetcher.pauseAsked(result) else { return result }
            guard sleep(min(max(wait, asked), Fetcher.longestWait)) else { return .failure(.cancelled) }
            wait *= 2
        }
        return .failure(.cancelled)
    }

    /// Nil where trying again would not help; else the seconds that the server asks for, 0 for none.
    private static func pauseAsked(_ result: Result<HTTPTransfer.Answer, HTTPTransfer.Failure>) -> Double? {
        switch result {
        case .success(let answer):
            temporary.contains(answer.status) ? Double(answer.fields["retry-after"] ?? "") ?? 0 : nil
        case .failure(.timedOut), .failure(.failed): 0
        case .failure: nil
        }
    }

    /// Waits until the server may be asked again.
    private func pause(for url: URL) {
        guard let last = lastRequest[url.host ?? ""] else { return }
        let asked = rules[Fetcher.server(url)]?.delay ?? 0
        let delay = min(max(options.delay, asked), Fetcher.longestWait)
        _ = sleep(delay + last.timeIntervalSinceNow)
    }

    /// False where it was broken off.
    private func sleep(_ seconds: Double) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while end.timeIntervalSinceNow > 0 {
            if options.isCancelled() { return false }
            Thread.sleep(forTimeInterval: min(0.1, end.timeIntervalSinceNow))
        }
        return !options.isCancelled()
    }

    private func outcome(_ failure: HTTPTransfer.Failure, _ address: String) -> FetchOutcome {
        switch failure {
        case .tooLarge:
            .failed(.address(address, "more than \(options.limit >> 20) MB", remedy: "raise --max-download"))
        case .timedOut:
            .failedForNow(
                .address(
                    address, "no answer in \(Int(options.seconds)) seconds", remedy: "try later, or raise --timeout"))
        case .cancelled: .failedForNow(.address(address, "broken off", remedy: nil))
        case .failed(let why): .failedForNow(.address(address, why, remedy: nil))
        }
    }
}

extension Fetched {
    /// Whether it is a feed, whose entries lead to pages.
    public var isFeed: Bool {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        return ["<rss", "<feed", "<rdf:rdf"].contains { head.contains($0) }
    }
}
