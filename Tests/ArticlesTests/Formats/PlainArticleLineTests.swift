import Articles
import TestSupport
import Testing

/// Lines that need no decoder are read as the decoder would read them.
@Suite struct PlainArticleLineTests {
    /// The insides of an object; each is read twice, once with a list before it, which only the decoder takes.
    static let lines = [
        #""text":"Text.""#, #" "text" : "Text." , "id" : "x" "#, #""id":12,"text":"T""#, #""id":-12,"text":"T""#,
        #""id":0,"text":"T""#, #""id":-0,"text":"T""#, #""id":012,"text":"T""#, #""id":1.5,"text":"T""#,
        #""id":1e3,"text":"T""#, #""id":999999999999999999,"text":"T""#, #""id":99999999999999999999,"text":"T""#,
        #""id":null,"publisher":null,"date":null,"title":null,"url":null,"lang":null,"text":"T""#,
        #""id":true,"text":"T""#, #""publisher":5,"text":"T""#, #""text":null"#, #""text":"""#, #""text":" \n\t""#,
        #""date":"2023-11-03T06:25:00Z","text":"T""#, #""date":"3 May","text":"T""#, #""date":"2023-02-30","text":"T""#,
        #""more":true,"less":false,"n":17,"void":null,"text":"T""#, #""more":1.5,"text":"T""#,
        #""more":tru,"text":"T""#,
        #""more":{"text":"inner"},"text":"T""#, #""text":"a\"b\\c\/d\be\ff\ng\rh\ti""#, #""text":"a\qb""#,
        #""text":"\u00e9\u00E9 \u20ac \ud83d\ude00 \u0041""#, #""text":"half \ud83d""#, #""text":"half \ude00""#,
        #""text":"\ud83d\u0041""#, #""text":"nought \u0000""#, #""text":"short \u00e""#, #""text":"bad \u00eg""#,
        #""te\u0078t":"T""#, #""text":"One","text":"Two""#, #""id":"1","id":"2","text":"T""#,
        #""x":1,"x":2,"text":"T""#,
        #""text":"T","#, #""text":"T" "id":"x""#, #""text""#, #""text":"#, #""text":"T"}x"#, #""text":"no end"#,
        #""text":"ends in \"#, #""":"empty key","text":"T""#, #""Text":"T""#, #""text":"“Gaza’s” — Ü 中文 😀""#,
        #""título":"T","text":"T""#, #""title":"éé\u00e9","text":"żółć""#, "\"text\":\"tab\tinside\"",
        "\"text\":\"\u{7F} and \u{2028}\"", "\t\"text\"\t:\t\"T\"\t\r", #""text":"'single' and /slashes/""#, "",
    ]

    @Test(arguments: lines) func areReadAsTheDecoderReadsThem(_ line: String) throws {
        let plain = try Reading("{\(line)}", name: "a.jsonl")
        let decoded = try Reading("{\"list\":[]\(line.isEmpty ? "" : ",")\(line)}", name: "a.jsonl")
        #expect(plain.articles == decoded.articles)
        #expect(plain.complaints == decoded.complaints)
        #expect(plain.notices.count == decoded.notices.count)
    }

    /// Escapes and quotes at every place of the eight bytes that are looked at together.
    @Test(arguments: 0..<24) func areReadWhereverTheirMarksStand(_ length: Int) throws {
        let before = String(repeating: "a", count: length)
        for mark in [#"\""#, #"\\"#, #"\n"#, "é", #"\u00e9"#, "\u{1}"] {
            let line = "\"text\":\"\(before)\(mark)b\",\"title\":\"\(before)\""
            try areReadAsTheDecoderReadsThem(line)
        }
    }

    @Test func anyBytesAreReadAsTheDecoderReadsThem() throws {
        var generator = SplitMix64(seed: 4)
        let pieces = [#"""#, #"\"#, "u00", "n", "{", "}", ":", ",", "text", "é", " ", "1", "\"text\":\"", "\u{0}"]
        for _ in 0..<300 {
            let count = Int.random(in: 0...12, using: &generator)
            let inside = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
            try areReadAsTheDecoderReadsThem("\"text\":\"T\(inside.joined())\"")
        }
    }
}
