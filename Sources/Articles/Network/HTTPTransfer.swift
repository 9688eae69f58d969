import Foundation
import FoundationNetworking

/// One request of HTTP over URLSession, waited for, with limits to its size and time. Redirects are not followed: they
/// are the answer.
final class HTTPTransfer: NSObject, URLSessionDataDelegate, @unchecked Sendable {
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

    private let limit: Int
    // Written by the session's queue before `done` is signalled, read after.
    private var body: [UInt8] = []
    private var response: HTTPURLResponse?
    private var failure: Failure?
    private let done = DispatchSemaphore(value: 0)

    private init(limit: Int) { self.limit = limit }

    /// - Parameters:
    ///   - limit: the largest body, unpacked, in bytes.
    ///   - seconds: to the first byte and between two; the whole may take four times as long.
    ///   - isCancelled: asked ten times a second.
    static func answer(
        to request: URLRequest, limit: Int, seconds: Double, isCancelled: () -> Bool
    ) -> Result<Answer, Failure> {
        let transfer = HTTPTransfer(limit: limit)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = seconds
        configuration.timeoutIntervalForResource = seconds * 4
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        let session = URLSession(configuration: configuration, delegate: transfer, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        let task = session.dataTask(with: request)
        task.resume()
        let end = Date(timeIntervalSinceNow: seconds * 4)
        while transfer.done.wait(timeout: .now() + 0.1) == .timedOut {
            if isCancelled() { return .failure(.cancelled) }
            if Date() > end { return .failure(.timedOut) }
        }
        return transfer.result
    }

    private var result: Result<Answer, Failure> {
        if let failure { return .failure(failure) }
        guard let response else { return .failure(.failed("no answer")) }
        var fields: [String: String] = [:]
        for (name, value) in response.allHeaderFields { fields["\(name)".lowercased()] = "\(value)" }
        return .success(Answer(status: response.statusCode, fields: fields, body: body))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        self.response = response
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        self.response = response as? HTTPURLResponse
        if response.expectedContentLength > Int64(limit) { failure = .tooLarge }
        completionHandler(failure == nil ? .allow : .cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard failure == nil else { return }
        body.append(contentsOf: data)
        if body.count > limit {
            failure = .tooLarge
            dataTask.cancel()
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if failure == nil, let error {
            let isLate = (error as? URLError)?.code == .timedOut
            failure = isLate ? .timedOut : .failed(error.localizedDescription)
        }
        done.signal()
    }
}
