import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct CrawlTests {
    private static let text =
        "At least 24 people were killed in Aden on Thursday when shells fell on a market, the health ministry said."
    private static let other =
        "Flooding has displaced 4,000 people in the valley since Monday, the civil protection office said in a note."

    private static let three =
        Crawling.information + Crawling.record(text, url: "http://example.org/a")
        + Crawling.record(other, url: "http://example.org/b")

    @Test func readsPagesWithAddressAndDay() throws {
        let reading = try Reading(bytes: CrawlTests.three, name: "c.warc")
        #expect(reading.articles.map(\.url) == ["http://example.org/a", "http://example.org/b"])
        #expect(reading.articles.map(\.date?.description) == ["2023-11-03", "2023-11-03"])
        #expect(reading.articles.map(\.id) == ["c:2", "c:3"])
        #expect(reading.paths.first == "c.warc/http://example.org/a")
        #expect(reading.article?.text.contains("At least 24 people") == true)
        #expect(reading.problems.isEmpty)
        #expect(
            reading.notices.map { "\($0)" }.contains {
                $0.hasSuffix("2 articles without a date took the day of the capture")
            })
    }

    /// Common Crawl packs each record by itself; others the whole.
    @Test func readsPackedCrawls() throws {
        let members =
            Packing.compressed(Crawling.information)
            + Packing.compressed(Crawling.record(CrawlTests.text, url: "http://example.org/a"))
            + Packing.compressed(Crawling.record(CrawlTests.other, url: "http://example.org/b"))
        for bytes in [members, Packing.compressed(CrawlTests.three), Packing.compressed(CrawlTests.three, .zstd)] {
            #expect(try Reading(bytes: bytes, name: "c.warc.gz").articles.count == 2)
        }
    }

    @Test func readsARC() throws {
        let page = Crawling.response(Array(Crawling.page(CrawlTests.text).utf8))
        let head = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n\n"
        var bytes = Array("filedesc://c.arc 0.0.0.0 20231103062500 text/plain \(head.utf8.count)\n\(head)".utf8)
        for url in ["http://example.org/a", "http://example.org/b with blanks"] {
            bytes += Array("\n\(url) 192.0.2.1 20231103062500 text/html \(page.count)\n".utf8) + page
        }
        let reading = try Reading(bytes: bytes, name: "c.arc")
        #expect(reading.articles.map(\.url) == ["http://example.org/a", "http://example.org/b with blanks"])
        #expect(reading.article?.date?.description == "2023-11-03")
        #expect(reading.problems.isEmpty)
    }

    @Test func undoesChunksAndCompression() throws {
        let page = Crawling.page(CrawlTests.text)
        let packed = Packing.gzip(page)
        let bodies: [[UInt8]] = [
            Crawling.response(Crawling.chunked(page), fields: "Transfer-Encoding: chunked\r\n"),
            Crawling.response(packed, fields: "Content-Encoding: gzip\r\n"),
            // Headers that say more than is true.
            Crawling.response(Array(page.utf8), fields: "Transfer-Encoding: chunked\r\n"),
            Crawling.response(Array(page.utf8), fields: "Content-Encoding: gzip\r\n"),
        ]
        for body in bodies {
            let reading = try Reading(bytes: Crawling.record(body), name: "c.warc")
            #expect(reading.article?.text.contains("24 people") == true)
            #expect(reading.problems.isEmpty)
        }
    }

    @Test func passesOverWhatIsNoPage() throws {
        let picture = Crawling.record(
            Crawling.response([0x89, 0x50], type: "image/png"), url: "http://example.org/p.png")
        let missing = Crawling.record(
            Crawling.response(Array("Not found".utf8), status: 404), url: "http://example.org/x")
        let robots = Crawling.record(
            Crawling.response(Array("User-agent: *".utf8), type: "text/plain"), url: "http://example.org/robots.txt")
        let reading = try Reading(bytes: picture + missing + robots + CrawlTests.three, name: "c.warc")
        #expect(reading.articles.count == 2)
        #expect(reading.problems.isEmpty)
        #expect(
            try Reading(bytes: picture, name: "c.warc").complaints == [
                "c.warc: no record of this crawl holds an article"
            ])
    }

    /// A run that was stopped goes on behind the records that are done.
    @Test func goesOnBehindWhatIsDone() throws {
        let folder = try TemporaryFolder()
        let lines = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n"
        let inputs: [(name: String, bytes: [UInt8])] = [
            ("c.warc", CrawlTests.three), ("c.warc.gz", Packing.compressed(CrawlTests.three)),
            ("a.jsonl", Array(lines.utf8)),
        ]
        for input in inputs {
            let file = try folder.write(Data(input.bytes), to: input.name)
            var reader = ArticleReader()
            let progress = ReadingProgress(skipping: 2)
            reader.progress = progress
            var articles: [Article] = []
            reader.read(file.path) { if case .article(let article, _) = $0 { articles.append(article) } }
            #expect(articles.count == 1)
            #expect(articles.first.map { $0.url == "http://example.org/b" || $0.text == "Three." } == true)
            #expect(progress.records == 2)
            #expect(progress.bytes == input.bytes.count)
        }
    }

    // MARK: - Damage

    @Test func goesOnBehindADamagedMember() throws {
        var bad = Packing.compressed(Crawling.record(CrawlTests.text, url: "http://example.org/bad"))
        for index in 40..<60 { bad[index] ^= 0x5A }
        let bytes =
            Packing.compressed(Crawling.record(CrawlTests.text, url: "http://example.org/a")) + bad
            + Packing.compressed(Crawling.record(CrawlTests.other, url: "http://example.org/b"))
        let reading = try Reading(bytes: bytes, name: "c.warc.gz")
        #expect(reading.articles.map(\.url) == ["http://example.org/a", "http://example.org/b"])
        #expect(!reading.problems.isEmpty)
    }

    @Test(arguments: [5, 100_000, 100_000_000_000]) func tellsAWrongLength(_ length: Int) throws {
        let page = Crawling.response(Array(Crawling.page(CrawlTests.text).utf8))
        let bytes = Crawling.record(page, url: "http://example.org/wrong", length: length) + CrawlTests.three
        let reading = try Reading(bytes: bytes, name: "c.warc")
        #expect(reading.articles.map(\.url) == ["http://example.org/a", "http://example.org/b"])
        #expect(reading.complaints.count == 1)
        #expect(reading.complaints.first?.hasPrefix("c.warc/http://example.org/wrong: cannot be read: ") == true)
    }

    @Test func goesOnBehindRubbish() throws {
        let rubbish = Array("this is no record\nWARC is spelt WARC/nothing\n".utf8)
        let reading = try Reading(bytes: CrawlTests.three + rubbish + CrawlTests.three, name: "c.warc")
        #expect(reading.articles.count == 4)
        #expect(reading.complaints.count == 1)
        #expect(reading.complaints.first?.contains("bytes passed over") == true)
    }

    @Test func tellsACutFile() throws {
        let reading = try Reading(bytes: Array(CrawlTests.three.dropLast(100)), name: "c.warc")
        #expect(reading.articles.count == 1)
        #expect(reading.complaints.count == 1)
        #expect(reading.complaints.first?.contains("http://example.org/b") == true)
        #expect(reading.complaints.first?.contains("for the file ends there") == true)
    }

    @Test(arguments: [
        "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "sha1:0000000000000000000000000000000000000000",
        "sha256:0000000000000000000000000000000000000000000000000000000000000000",
    ])
    func tellsAWrongDigest(_ digest: String) throws {
        let page = Crawling.response(Array(Crawling.page(CrawlTests.text).utf8))
        for field in ["WARC-Block-Digest", "WARC-Payload-Digest"] {
            let bytes = Crawling.record(page, url: "http://example.org/x", fields: "\(field): \(digest)\r\n")
            let reading = try Reading(bytes: bytes + CrawlTests.three, name: "c.warc")
            #expect(reading.articles.count == 2)
            #expect(reading.complaints.count == 1)
            #expect(reading.complaints.first?.contains("digest") == true)
        }
    }

    /// SHA-1 of "abc", as three kinds of crawlers write it.
    @Test(arguments: [
        "sha1:A9993E364706816ABA3E25717850C26C9CD0D89D", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
        "sha1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", "sha1:qZk-NkcGgWq6PiVxeFDCbJzQ2J0", "md5:900150983cd24fb0d6963f7d28e17f72",
        "nonsense",
    ])
    func knowsTheBasesOfDigests(_ digest: String) throws {
        let body = "abc " + CrawlTests.text
        let record = Crawling.record(
            Array(body.utf8), type: "resource", content: "text/plain", fields: "WARC-Type-Note: \(digest)\r\n")
        #expect(try Reading(bytes: record, name: "c.warc").articles.count == 1)
        let exact = Crawling.record(
            Array("abc".utf8), type: "resource", content: "text/plain", fields: "WARC-Block-Digest: \(digest)\r\n")
        #expect(try Reading(bytes: exact, name: "c.warc").article?.text == "abc")
    }

    @Test func endsOnAnyBytes() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<30 {
            var bytes = CrawlTests.three
            for _ in 0..<5 {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            bytes.removeLast(Int(random.next() % 300))
            #expect(try Reading(bytes: bytes, name: "c.warc").articles.count <= 3)
            #expect(try Reading(bytes: Packing.compressed(bytes), name: "c.warc.gz").articles.count <= 3)
        }
    }
}
