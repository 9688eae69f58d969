import Articles
import Foundation

/// An address to watch.
struct WatchedAddress {
    let url: String
    let publisher: String?
}

/// Reads lists of addresses.
enum WatchList {
    /// - Throws: `Failure.nothingDone` where a list cannot be read or a line is no address.
    static func addresses(_ names: [String]) throws -> [WatchedAddress] {
        let addresses = try names.flatMap { name in
            Fetcher.isAddress(name) ? [WatchedAddress(url: name, publisher: nil)] : try list(name)
        }
        guard !addresses.isEmpty else {
            throw Failure.nothingDone("\(names.joined(separator: ", ")): no address in it: write one a line")
        }
        return addresses
    }

    private static func list(_ name: String) throws -> [WatchedAddress] {
        let data =
            name == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: name)
        guard let data else { throw Failure.nothingDone("\(name): cannot be read") }
        var addresses: [WatchedAddress] = []
        for (number, line) in String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard let url = words.first, !url.hasPrefix("#") else { continue }
            guard Fetcher.isAddress(String(url)) else {
                throw Failure.nothingDone("\(name), line \(number + 1): '\(url)' is no address: write https://…")
            }
            let publisher = words.dropFirst().first.map { $0.trimmingCharacters(in: .whitespaces) }
            addresses.append(WatchedAddress(url: String(url), publisher: publisher))
        }
        return addresses
    }
}
