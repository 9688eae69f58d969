/// ZIP archives without compression, for tests.
public enum StoredZip {
    public static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
        archive(files.map { (name: $0.name, bytes: Array($0.text.utf8)) })
    }

    public static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let (name, data) = (Array(file.name.utf8), file.bytes)
            let common =
                number(20, 2) + number(0, 8) + number(Int(crc(data)), 4) + number(data.count, 4)
                + number(data.count, 4) + number(name.count, 2) + number(0, 2)
            directory +=
                Array("PK\u{1}\u{2}".utf8) + number(20, 2) + common + number(0, 10) + number(bytes.count, 4) + name
            bytes += Array("PK\u{3}\u{4}".utf8) + common + name + data
        }
        let end =
            Array("PK\u{5}\u{6}".utf8) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
        return bytes + directory + end
    }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
