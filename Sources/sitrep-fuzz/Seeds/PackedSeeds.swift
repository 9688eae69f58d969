import TestSupport

/// Archives and compressed files, encodings, and crawls.
enum PackedSeeds {
    private static let files = [
        ("news/a.txt", "At least 24 people were killed in Aden."), ("b.jsonl", #"{"text":"40 were hurt."}"#),
        ("../c.html", "<html><body><article><p>Floods killed 14 people.</p></article></body></html>"), ("d.png", "x"),
    ]

    static var archives: [[UInt8]] {
        Packing.Filter.allCases.map { Packing.tar(files, $0) }
            + [
                Packing.zip(files), Packing.compressed(Array(files[0].1.utf8), .bzip2),
                Packing.archive([("in.tar", Packing.tar(files)), ("in.zip", Packing.zip(files))], .zip),
            ]
    }

    static var compressed: [[UInt8]] {
        let text = Packing.gzip(files[0].1)
        return [text, text + text, Packing.compressed(Packing.tar(files)), Packing.compressed(text)]
    }

    static let words = [
        "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "ustar", "\u{1F}", "BZh9", "a.txt", "../", "/", "0000644",
    ]
}

enum EncodingSeeds {
    static let texts: [[UInt8]] = [
        Array("Title: K".utf8) + [0xF6] + Array("ln\n\nIn K".utf8) + [0xF6] + Array("ln wurden 14 Menschen get".utf8)
            + [0xF6, 0x74, 0x65, 0x74],
        [0xFF, 0xFE] + "24 people were killed in Aden.".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
        [0, 0, 0xFE, 0xFF]
            + "24 killed".unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8), UInt8($0.value & 255)] },
        Array("В Адене погибли 24 человека.".utf8), Array("قُتل 24 شخصا على الأقل في عدن.".utf8),
        [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD], [0x1B, 0x24, 0x42, 0x24, 0x33, 0x1B, 0x28, 0x42],
        Array("Â£24 â€œkilledâ€\u{9D} in MÃ¼nchen".utf8),
    ]

    static let words = ["\u{FEFF}", "\u{1B}$B", "\u{1B}(B", "~{", "~}", "+AGE-", "é", "Ã©", "â€", "\u{0}", "日本", "Ж"]
}

enum CrawlSeeds {
    static var crawls: [[UInt8]] {
        let page = Crawling.record("At least 24 people were killed in Aden.", url: "http://example.org/a")
        let chunked = Crawling.record(
            Crawling.response(
                Crawling.chunked(Crawling.page("Floods killed 14 people.")), fields: "Transfer-Encoding: chunked\r\n"))
        let packed = Crawling.record(
            Crawling.response(Packing.gzip(Crawling.page("40 were hurt.")), fields: "Content-Encoding: gzip\r\n"))
        let all = Crawling.information + page + chunked + packed
        let arc = """
            filedesc://a.arc 0.0.0.0 20231103062500 text/plain 76
            1 0 Alexa Internet
            URL IP-address Archive-date Content-type Archive-length

            http://example.org/a 127.0.0.1 20231103062500 text/html 120
            HTTP/1.1 200 OK\r
            Content-Type: text/html\r
            \r
            <html><body><p>At least 24 people were killed in Aden.</p></body></html>
            """
        return [all, Packing.compressed(page) + Packing.compressed(chunked), Array(arc.utf8)]
    }

    static let words = [
        "WARC/1.0\r\n", "WARC-Type: response\r\n", "WARC-Target-URI: ", "WARC-Date: ", "Content-Length: ", "\r\n\r\n",
        "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Transfer-Encoding: chunked\r\n",
        "HTTP/1.1 200 OK\r\n",
        "WARC-Payload-Digest: sha1:", "filedesc://", "99999999999999999999", "-1", "ffffffffffffffff\r\n", "0\r\n\r\n",
        "WARC-Type: revisit\r\n", "WARC-Segment-Number: 2\r\n",
    ]
}
