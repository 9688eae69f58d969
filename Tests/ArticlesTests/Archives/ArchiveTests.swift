import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct ArchiveTests {
    private static let files = [("in/a.txt", "One."), ("b.jsonl", "{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n")]

    @Test(arguments: Packing.Filter.allCases) func readsTar(_ filter: Packing.Filter) throws {
        let reading = try Reading(bytes: Packing.tar(ArchiveTests.files, filter), name: "n.tar")
        #expect(reading.articles.map(\.text) == ["One.", "Two.", "Three."])
        #expect(reading.paths == ["n.tar/in/a.txt", "n.tar/b.jsonl", "n.tar/b.jsonl"])
        #expect(reading.articles.map(\.id) == ["a", "b:1", "b:2"])
        #expect(reading.problems.isEmpty)
    }

    @Test func readsZip() throws {
        let reading = try Reading(bytes: Packing.zip(ArchiveTests.files), name: "n.zip")
        #expect(reading.articles.map(\.text) == ["One.", "Two.", "Three."])
        #expect(reading.paths.first == "n.zip/in/a.txt")
    }

    @Test(arguments: [Packing.Filter.gzip, .bzip2, .xz, .zstd])
    func readsACompressedFile(_ filter: Packing.Filter) throws {
        let packed = Packing.compressed(Array("Title: T\n\nText.".utf8), filter)
        let reading = try Reading(bytes: packed, name: "toll.txt.gz")
        #expect(reading.article?.head == "toll | - | - | T | - | -")
        #expect(reading.paths == ["toll.txt.gz"])
    }

    @Test func readsArchivesInArchives() throws {
        let inner = Packing.zip([("x.txt", "Deep.")])
        let outer = Packing.archive([("in.zip", inner), ("y.txt.gz", Packing.gzip("Flat."))], .tar, .xz)
        let reading = try Reading(bytes: outer, name: "n.tar.xz")
        #expect(reading.articles.map(\.text) == ["Deep.", "Flat."])
        #expect(reading.paths == ["n.tar.xz/in.zip/x.txt", "n.tar.xz/y.txt.gz"])
    }

    /// `unzip` finds its way from the end; so do we in a file, and a pipe is read from its beginning.
    @Test func readsZipWithoutItsEnd() throws {
        let whole = Packing.zip(ArchiveTests.files)
        let reading = try Reading(bytes: Array(whole.dropLast(60)), name: "n.zip")
        #expect(reading.articles.map(\.text) == ["One.", "Two.", "Three."])
    }

    @Test func passesOverWhatIsNoArticle() throws {
        let files = [("a.txt", "One."), (".b.txt", "Two."), ("__MACOSX/._a.txt", "Three."), ("d.exe", "MZ")]
        #expect(try Reading(bytes: Packing.tar(files), name: "n.tar").articles.map(\.text) == ["One."])
        let none = try Reading(bytes: Packing.tar([("d.exe", "MZ")]), name: "n.tar")
        #expect(none.complaints == ["n.tar: no file in this archive has an ending of a format that is read"])
    }

    /// Names are names: nothing is written, whatever they say.
    /// A text is no archive for having the mark of tar where tar has it.
    @Test func takesNoTextForTar() throws {
        let text =
            String(repeating: "a", count: 257) + "ustar" + String(repeating: " and 24 people were killed", count: 20)
        #expect(try Reading(text).article?.text == text)
    }

    @Test(arguments: ["../../../tmp/sitrep-escape.txt", "/tmp/sitrep-escape.txt", "a\nb/\u{1B}[31mc.txt"])
    func writesNothing(_ name: String) throws {
        let reading = try Reading(bytes: Packing.tar([(name, "Text.")]), name: "n.tar")
        #expect(reading.article?.text == "Text.")
        #expect(reading.paths.first?.contains(where: \.isNewline) == false)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/sitrep-escape.txt"))
    }

    @Test func goesOnBehindABadFile() throws {
        let files: [(String, [UInt8])] = [
            ("a.txt", Array("One.".utf8)), ("b.txt", [0, 1, 2]), ("c.txt", []), ("d.txt", Array("Two.".utf8)),
        ]
        let reading = try Reading(bytes: Packing.archive(files, .zip), name: "n.zip")
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
        #expect(reading.complaints == ["n.zip/b.txt: binary data, not text", "n.zip/c.txt: the file is empty"])
    }

    // MARK: - Damage

    @Test(arguments: Packing.Filter.allCases) func keepsWhatIsWholeOfACutTar(_ filter: Packing.Filter) throws {
        var words = SplitMix64(seed: 7)
        let long = (0..<60_000).map { _ in "\(words.next())" }.joined(separator: " ")
        let whole = Packing.tar([("a.txt", "One."), ("b.txt", long), ("c.txt", "Three.")], filter)
        let reading = try Reading(bytes: Array(whole[..<(whole.count / 2)]), name: "n.tar")
        // bzip2 and xz may hold the first file in a block that is not whole.
        #expect(reading.articles.count <= 1)
        #expect(reading.problems.isEmpty == false)
        #expect(reading.complaints.allSatisfy { $0.hasPrefix("n.tar") && $0.contains("cannot be read: ") })
    }

    @Test func tellsACutGzip() throws {
        let packed = Packing.gzip(String(repeating: "At least 24 people were killed. ", count: 100))
        let reading = try Reading(bytes: Array(packed.dropLast(20)), name: "a.txt.gz")
        #expect(reading.complaints == ["a.txt.gz: cannot be read: the compressed data end too soon"])
    }

    @Test func looksAtChecksums() throws {
        var packed = Packing.gzip("{\"text\":\"One.\"}\n")
        packed[packed.count - 6] ^= 0xFF
        let reading = try Reading(bytes: packed, name: "a.jsonl.gz")
        #expect(reading.complaints.count == 1)
        #expect(reading.complaints.first?.hasSuffix("incorrect data check") == true)
    }

    @Test func readsAllMembersOfGzip() throws {
        let packed = Packing.gzip("{\"text\":\"One.\"}\n") + Packing.gzip("{\"text\":\"Two.\"}\n")
        #expect(try Reading(bytes: packed, name: "a.gz").articles.map(\.text) == ["One.", "Two."])
    }

    @Test func endsOnRandomBytes() throws {
        var random = SplitMix64(seed: 11)
        let heads: [[UInt8]] = [
            [0x1F, 0x8B, 8], Array("PK\u{3}\u{4}".utf8), Array("BZh9".utf8), [0xFD] + Array("7zXZ".utf8) + [0],
            [0x28, 0xB5, 0x2F, 0xFD],
        ]
        for head in heads {
            for _ in 0..<20 {
                let noise = (0..<2000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                let reading = try Reading(bytes: head + noise, name: "a")
                #expect(reading.articles.isEmpty && !reading.problems.isEmpty)
            }
        }
    }

    // MARK: - Bombs

    @Test func stopsAtTheRatio() throws {
        let blanks = [UInt8](repeating: 32, count: 18 << 20)
        for packed in [Packing.compressed(blanks), Packing.compressed(blanks, .xz)] {
            let reading = try Reading(bytes: packed, name: "bomb.gz", limit: 17 << 20)
            #expect(reading.complaints.count == 1)
            #expect(reading.complaints.first?.contains("more than 200 times its bytes") == true)
            let patient = UnpackLimits(ratio: 100_000, bytes: 1 << 40, depth: 4)
            let read = try Reading(bytes: packed, name: "bomb.gz", limit: 17 << 20, unpacking: patient)
            #expect(read.complaints == ["bomb.gz: more than 17 MB in one text: split it, or raise --max-size"])
        }
    }

    @Test func stopsAtTheSize() throws {
        let files = (0..<4).map { ("\($0).txt", String(repeating: "word ", count: 100_000)) }
        let small = UnpackLimits(ratio: 1000, bytes: 1 << 20, depth: 4)
        let reading = try Reading(bytes: Packing.tar(files, .gzip), name: "n.tgz", unpacking: small)
        #expect(reading.articles.count < 4)
        #expect(reading.complaints.last?.contains("more than 1 MB: raise --max-unpacked") == true)
    }

    @Test func stopsAtTheDepth() throws {
        var packed = Array("Text.".utf8)
        for _ in 0..<4 { packed = Packing.compressed(packed) }
        #expect(try Reading(bytes: packed, name: "a.gz").article?.text == "Text.")
        packed = Packing.compressed(packed)
        let why = "a.gz: lies in more than 4 archives: unpack it, or raise --max-depth"
        #expect(try Reading(bytes: packed, name: "a.gz").complaints == [why])
    }
}
