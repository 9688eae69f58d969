import Foundation

/// Keeps the program from being sent to machines that only this one can reach: itself, its network, the cloud's own
/// services. A page, a feed or a redirect could name them.
///
/// A name is resolved before each request, those of redirects too, and refused if any of its addresses is private. The
/// connection goes to the addresses found here and looks the name up no more, so that a server of names which answers
/// one thing now and another a moment later (DNS rebinding) gains nothing. A proxy, where one is set, looks names up by
/// itself.
enum AddressGuard {
    struct Refusal: Error {
        let reason: String
        var remedy: String?
    }

    /// The addresses at which the host may be asked, as numbers; or why it may not.
    static func addresses(of host: String) -> Result<[String], Refusal> {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(bare, nil, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard status == 0 else {
            return .failure(Refusal(reason: "'\(bare)' cannot be resolved: \(String(cString: gai_strerror(status)))"))
        }
        var found: [String] = []
        var next = list
        while let address = next {
            if let bytes = bytes(address.pointee.ai_addr) {
                guard !isPrivate(bytes) else {
                    return .failure(
                        Refusal(
                            reason: "'\(bare)' is a private address", remedy: "--allow-private lets it be read"))
                }
                found.append(text(bytes))
            }
            next = address.pointee.ai_next
        }
        return .success(found)
    }

    /// An address as it is written: `93.184.215.14`, `2606:2800:…`.
    private static func text(_ address: [UInt8]) -> String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(address.count == 4 ? AF_INET : AF_INET6, address, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func bytes(_ address: UnsafeMutablePointer<sockaddr>?) -> [UInt8]? {
        guard let address else { return nil }
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { v4 in
                withUnsafeBytes(of: v4.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { v6 in
                withUnsafeBytes(of: v6.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// Whether an address of 4 or 16 bytes is not one of the public net (RFC 6890 and its kin).
    static func isPrivate(_ address: [UInt8]) -> Bool {
        address.count == 4 ? isPrivateV4(address) : isPrivateV6(address)
    }

    private static func isPrivateV4(_ address: [UInt8]) -> Bool {
        switch (address[0], address[1]) {
        // This network, private, loopback, multicast and what lies above.
        case (0, _), (10, _), (127, _), (224..., _): true
        // Shared by carriers; link-local; private.
        case (100, 64...127), (169, 254), (172, 16...31), (192, 168): true
        // Protocol assignments, tests of documentation and of speed.
        case (192, 0): address[2] == 0 || address[2] == 2
        case (192, 88): address[2] == 99
        case (198, 18...19): true
        case (198, 51): address[2] == 100
        case (203, 0): address[2] == 113
        default: false
        }
    }

    private static func isPrivateV6(_ address: [UInt8]) -> Bool {
        if let bytes = v4(in: address) { return isPrivateV4(bytes) }
        // All that is given out to the public net lies in 2000::/3; the rest is loopback, local, multicast or reserved.
        if address[0] & 0xE0 != 0x20 { return true }
        // Protocols and Teredo, documentation (two blocks).
        return address.starts(with: [0x20, 0x01]) && address[2] < 2
            || address.starts(with: [0x20, 0x01, 0x0D, 0xB8])
            || address.starts(with: [0x3F, 0xFF]) && address[2] < 0x10
    }

    /// The IPv4 address that stands in one of IPv6: mapped, compatible (with ::1 and ::), translated, 6to4.
    private static func v4(in address: [UInt8]) -> [UInt8]? {
        let last = Array(address[12...])
        if address[..<8].allSatisfy({ $0 == 0 }) {
            let middle = Array(address[8..<12])
            return [[0, 0, 0, 0], [0, 0, 0xFF, 0xFF], [0xFF, 0xFF, 0, 0]].contains(middle) ? last : nil
        }
        if address.starts(with: [0, 0x64, 0xFF, 0x9B]) { return last }
        return address.starts(with: [0x20, 0x02]) ? Array(address[2..<6]) : nil
    }
}
