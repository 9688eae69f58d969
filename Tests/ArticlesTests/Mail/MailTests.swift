import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct MailTests {
    static let head = """
        Received: from a.example by b.example
        From: "Harbour Wire" <news@hw.example>
        To: desk@b.example
        Subject: Flood
         update
        Date: Thu, 02 May 2024 23:15:00 -0300
        Message-ID: <1@hw.example>

        """

    private func read(_ message: String) throws -> Reading { try Reading(message, name: "a.eml") }

    @Test func readsAMessage() throws {
        for end in ["\n", "\r\n"] {
            let message = (Self.head + "\nKilled: 14\n> Killed: 99\n-- \nA Reporter").replacingOccurrences(
                of: "\n", with: end)
            let reading = try read(message)
            #expect(reading.article?.head == "1@hw.example | Harbour Wire | 2024-05-02 | Flood update | - | -")
            #expect(reading.article?.text == "Killed: 14")
        }
    }

    @Test(arguments: [
        (
            "Content-Transfer-Encoding: quoted-printable\n\nIn K=C3=B6ln 14 people were=\n killed.",
            "In Köln 14 people were killed."
        ),
        ("Content-Transfer-Encoding: base64\n\nSW4gS8O2bG4gMTQg\ncGVvcGxlIGRpZWQu\n", "In Köln 14 people died."),
        (
            "Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: Quoted-Printable\n\nIn K=F6ln.",
            "In Köln."
        ),
        (
            "Content-Type: text/plain; format=flowed\n\nAt least 14 \npeople died.\nKilled: 3",
            "At least 14 people died.\nKilled: 3"
        ),
        ("Content-Type: text/html\n\n<html><body><p>14 people died.<p>3 were hurt.", "14 people died.\n\n3 were hurt."),
        (
            "Content-Type: multipart/alternative; boundary=b\n\nx\n--b\n\n14 people\ndied.\n--b\n"
                + "Content-Type: text/html\n\n<p>14 people died.</p>\n--b--\nend", "14 people died."
        ),
        (
            "Content-Type: multipart/mixed; boundary=\"b c\"\n\n--b c\n\n14 people died.\n--b c\n"
                + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n", "14 people died."
        ),
    ])
    func decodesTheText(_ rest: String, _ text: String) throws {
        let head = String(Self.head.dropLast())
        #expect(try read(head + "\n" + rest).article?.text == text)
    }

    @Test(arguments: [
        ("=?utf-8?Q?K=C3=B6ln:_14?=", "Köln: 14"), ("=?UTF-8?B?S8O2bG4=?= 14", "Köln 14"),
        ("=?iso-8859-1?q?K=F6?= =?utf-8?q?ln?=", "Köln"), ("a =? b ?= c", "a =? b ?= c"),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
    ])
    func decodesHeaders(_ subject: String, _ title: String) throws {
        let message = Self.head.replacingOccurrences(of: "Flood\n update", with: subject)
        #expect(try read(message + "\nText.").article?.title == title)
    }

    @Test func readsAttachedFiles() throws {
        let note = Data("Title: Note\nDate: 2024-05-03\n\nKilled: 14\n".utf8).base64EncodedString()
        let reading = try read(
            String(Self.head.dropLast()) + """

                Content-Type: multipart/mixed; boundary=b

                --b

                See the note.
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename="note.txt"
                Content-Transfer-Encoding: base64

                \(note)
                --b--
                """)
        #expect(reading.articles.map(\.text) == ["See the note.", "Killed: 14\n"])
        #expect(reading.paths == ["a.eml", "a.eml/note.txt"])
    }

    /// Messages in messages, without end.
    @Test func endsOnNestedMessages() throws {
        let one = String(Self.head.dropLast()) + "\nContent-Type: message/rfc822\n\n"
        let reading = try read(String(repeating: one, count: 5_000) + "Text.")
        #expect(reading.articles.count + reading.problems.count <= 1)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func endsOnDamage(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let rest = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>14 died\n--b--\n"
        var bytes = Array((String(Self.head.dropLast()) + "\n" + rest).utf8)
        for _ in 0..<12 {
            bytes[Int.random(in: 90..<bytes.count, using: &generator)] = UInt8.random(in: 1...255, using: &generator)
        }
        let reading = try Reading(bytes: bytes, name: "a.eml")
        #expect(reading.articles.count + reading.problems.count > 0)
    }

    @Test func leavesPlainHeadersAlone() throws {
        #expect(try Reading("Title: T\nDate: 2024-05-02\nSubject: x\n\nText.", name: "a.txt").article?.title == "T")
    }
}
