import Figures
import Foundation

/// The records of a WARC (0.17 to 1.1) or ARC file, one after the other, without holding more than one.
///
/// A record is a header, an empty line, a block of so many bytes, and two line ends. Damage is told where it is met,
/// and reading goes on at the next place that looks like the beginning of a record: in a file of a million pages one
/// broken page must not cost the rest.
struct RecordReader {
    enum Event {
        case record(CrawlRecord, block: [UInt8], number: Int)
        /// A record that is larger than the limit, passed over.
        case tooLarge(CrawlRecord)
        /// A record, or a stretch between records, that could not be read, with the address where it is known.
        case damage(url: String?, String)
    }

    private var stream: ByteStream
    private let limit: Int
    private let isARC: Bool
    private var number = 0

    private static let headerLimit = 1 << 16
    private static let mark = Array("WARC/".utf8)

    static func isCrawl(_ head: ArraySlice<UInt8>) -> Bool {
        let start = head.drop { $0 == 10 || $0 == 13 }
        return start.starts(with: mark) || start.starts(with: Array("filedesc:".utf8))
    }

    /// - Parameter limit: the largest block that is read, in bytes.
    init(_ stream: ByteStream, limit: Int) {
        self.stream = stream
        self.limit = limit
        isARC = !self.stream.peek().drop { $0 == 10 || $0 == 13 }.starts(with: RecordReader.mark)
    }

    /// The next; nil at the end.
    mutating func next() -> Event? {
        skipLineEnds()
        let head = stream.peek(RecordReader.mark.count)
        if head.isEmpty {
            guard let error = stream.error else { return nil }
            // What the source itself cannot mend ends the file here.
            if !stream.goOn() { stream.end() }
            return .damage(url: nil, error)
        }
        number += 1
        guard let header = header() else { return lost() }
        return block(of: header)
    }

    private mutating func skipLineEnds() {
        while let first = stream.peek().first, first == 10 || first == 13 {
            stream.skip(stream.peek().prefix { $0 == 10 || $0 == 13 }.count)
        }
    }

    // MARK: - Header

    /// Reads the header, which counts as read; nil where there is none, with nothing read.
    private mutating func header() -> CrawlRecord? { isARC ? arcHeader() : warcHeader() }

    private mutating func warcHeader() -> CrawlRecord? {
        guard stream.peek(RecordReader.mark.count).starts(with: RecordReader.mark) else { return nil }
        var wanted = 2048
        while true {
            let bytes = stream.peek(wanted).prefix(RecordReader.headerLimit)
            if let end = RecordReader.emptyLine(bytes) {
                let lines = bytes[..<end.lowerBound].drop { $0 != 10 }
                guard let record = CrawlRecord(warc: HeaderFields(lines)) else { return nil }
                stream.skip(end.upperBound - bytes.startIndex)
                return record
            }
            if bytes.count < wanted || wanted >= RecordReader.headerLimit { return nil }
            wanted *= 4
        }
    }

    private mutating func arcHeader() -> CrawlRecord? {
        let bytes = stream.peek(RecordReader.headerLimit).prefix(RecordReader.headerLimit)
        guard let end = bytes.firstIndex(of: 10) else { return nil }
        let line = String(decoding: bytes[..<end], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let record = CrawlRecord(arc: line[...]) else { return nil }
        stream.skip(end + 1 - bytes.startIndex)
        return record
    }

    /// The line ends before and of the first empty line.
    static func emptyLine(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var at = bytes.startIndex
        while let newline = bytes[at...].firstIndex(of: 10) {
            var next = newline + 1
            if next < bytes.endIndex, bytes[next] == 13 { next += 1 }
            if next < bytes.endIndex, bytes[next] == 10 { return newline..<(next + 1) }
            at = newline + 1
        }
        return nil
    }

    // MARK: - Block

    private mutating func block(of record: CrawlRecord) -> Event {
        if record.length > limit { return passOver(record) }
        // The beginning of the next record tells whether the length is right.
        let ahead = 4 + RecordReader.mark.count
        let bytes = stream.peek(record.length + ahead)
        guard bytes.count >= record.length else { return cut(record, bytes) }
        let end = bytes.startIndex + record.length
        if !isARC, !isBoundary(bytes[end...].prefix(ahead)) { return wrongLength(record, bytes, end) }
        let block = Array(bytes[..<end])
        stream.skip(record.length)
        return .record(record, block: block, number: number)
    }

    /// Whether what follows a block is two line ends, or fewer and then another record, or nothing.
    private func isBoundary(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.starts(with: [13, 10, 13, 10]) { return true }
        let rest = bytes.drop { $0 == 10 || $0 == 13 }
        return RecordReader.mark.starts(with: rest.prefix(RecordReader.mark.count))
    }

    /// The bytes end, or a damaged stretch begins, within the block.
    private mutating func cut(_ record: CrawlRecord, _ bytes: ArraySlice<UInt8>) -> Event {
        let why = stream.error.map { ": " + $0 } ?? ", for the file ends there"
        let inside = isARC ? nil : RecordReader.nextMark(bytes)
        if let inside {
            stream.skip(inside - bytes.startIndex)
        } else {
            stream.skip(bytes.count)
            if stream.error != nil, !stream.goOn() { stream.end() }
        }
        return .damage(url: record.url, "\(bytes.count) of \(record.length) bytes of the record are there" + why)
    }

    private mutating func wrongLength(_ record: CrawlRecord, _ bytes: ArraySlice<UInt8>, _ end: Int) -> Event {
        let next = RecordReader.nextMark(bytes)
        if let next { stream.skip(next - bytes.startIndex) } else { resynchronise() }
        return .damage(url: record.url, "the record is not \(record.length) bytes long, as its header says")
    }

    /// Passes over a large block, but not over a record that begins in it: then the length is a wrong one.
    private mutating func passOver(_ record: CrawlRecord) -> Event {
        var left = record.length
        while left > 0 {
            let bytes = stream.peek(1 << 16).prefix(left)
            if bytes.isEmpty { break }
            if !isARC, let next = RecordReader.nextMark(bytes) {
                stream.skip(next - bytes.startIndex)
                return .damage(url: record.url, "the record is not \(record.length) bytes long, as its header says")
            }
            // A mark may lie across two windows.
            let step = bytes.count == left ? left : max(1, bytes.count - 8)
            left -= stream.skip(step)
        }
        return left > 0 ? cut(record, []) : .tooLarge(record)
    }

    // MARK: - Damage

    private mutating func lost() -> Event {
        let start = stream.offset
        resynchronise()
        let what = isARC ? "no ARC record" : "no WARC record"
        return .damage(url: nil, "\(what) begins at byte \(start): \(stream.offset - start) bytes passed over")
    }

    /// Goes to the next place that looks like the beginning of a record, or to the end.
    private mutating func resynchronise() {
        stream.skip(1)
        while true {
            let bytes = stream.peek(1 << 16)
            if bytes.isEmpty { return }
            if let next = isARC ? RecordReader.nextLine(bytes) : RecordReader.nextMark(bytes) {
                _ = stream.skip(next - bytes.startIndex)
                return
            }
            stream.skip(bytes.count < 1 << 16 ? bytes.count : bytes.count - 8)
        }
    }

    /// The `W` of `WARC/1` or `WARC/0` behind a line end.
    private static func nextMark(_ bytes: ArraySlice<UInt8>) -> Int? {
        var at = bytes.startIndex
        while let newline = bytes[at...].firstIndex(of: 10) {
            let line = bytes[(newline + 1)...]
            if line.starts(with: mark), line.count > 5, line[newline + 6] == 0x31 || line[newline + 6] == 0x30 {
                return newline + 1
            }
            at = newline + 1
        }
        return nil
    }

    /// The beginning of a line that is the header of an ARC record.
    private static func nextLine(_ bytes: ArraySlice<UInt8>) -> Int? {
        var at = bytes.startIndex
        while let newline = bytes[at...].firstIndex(of: 10) {
            let line = bytes[(newline + 1)...].prefix(4096).prefix { $0 != 10 && $0 != 13 }
            if line.starts(with: Array("http".utf8)),
                CrawlRecord(arc: String(decoding: line, as: UTF8.self)[...]) != nil
            {
                return newline + 1
            }
            at = newline + 1
        }
        return nil
    }
}
