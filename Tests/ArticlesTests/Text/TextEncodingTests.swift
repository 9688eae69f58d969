import Foundation
import TestSupport
import Testing

@testable import Articles

@Suite struct TextEncodingTests {
    static let text = "Zürich: 24 Tote – «schwer», café, 3 €"

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test(
        arguments: [
            (String.Encoding.utf8, nil), (.utf16LittleEndian, nil), (.utf16BigEndian, nil), (.windowsCP1252, nil),
            (.windowsCP1252, "iso-8859-1"), (.windowsCP1252, "\"Windows-1252\""), (.utf8, "iso-8859-1"),
            (.windowsCP1252, "no-such-name"),
        ] as [(String.Encoding, String?)])
    func readsOneTextInManyEncodings(_ encoding: String.Encoding, _ declared: String?) throws {
        let read = TextEncoding.decode(try bytes(Self.text, encoding), declared: declared)
        #expect(String(decoding: read.utf8, as: UTF8.self) == Self.text)
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF], String.Encoding.utf8), ([0xFF, 0xFE], .utf16LittleEndian),
            ([0xFE, 0xFF], .utf16BigEndian), ([0xFF, 0xFE, 0, 0], .utf32LittleEndian),
        ] as [([UInt8], String.Encoding)])
    func believesTheMarkFirst(_ mark: [UInt8], _ encoding: String.Encoding) throws {
        let read = TextEncoding.decode(mark + (try bytes(Self.text, encoding)), declared: "windows-1251")
        #expect(String(decoding: read.utf8, as: UTF8.self) == Self.text)
        #expect(!read.isGuess)
    }

    @Test(arguments: [
        (
            String.Encoding.windowsCP1251,
            "В среду в Одессе погибли 24 человека, сообщили в министерстве обороны страны."
        ),
        (.shiftJIS, "水曜日に港町で起きた地震で、少なくとも二十四人が死亡したと警察が発表した。"),
        (.windowsCP1253, "Τουλάχιστον 24 άνθρωποι σκοτώθηκαν την Τετάρτη στη Θεσσαλονίκη, είπε η αστυνομία."),
    ])
    func tellsTheEncodingByItsBytes(_ encoding: String.Encoding, _ text: String) throws {
        let read = TextEncoding.decode(try bytes(text, encoding))
        #expect(String(decoding: read.utf8, as: UTF8.self) == text)
        #expect(read.isGuess)
    }

    /// Two hands wrote one page.
    @Test func readsWesternBytesInsideOfUTF8() {
        let read = TextEncoding.decode(Array("Zürich, Köln, Bücher, Märkte, ".utf8) + [0x93, 0x63, 0xE9, 0x94])
        #expect(String(decoding: read.utf8, as: UTF8.self) == "Zürich, Köln, Bücher, Märkte, “cé”")
        #expect(read.replaced == 3)
    }

    @Test func dropsZeros() {
        #expect(TextEncoding.decode(Array("24 dead\0, 3 hurt".utf8)).utf8 == Array("24 dead, 3 hurt".utf8))
    }

    /// Whatever the bytes and the name, what comes out is UTF-8.
    @Test(arguments: ["utf-8", "windows-1252", "utf-16", "gb2312", "shift_jis", "iso-2022-jp", "utf-7", "big5", "?"])
    func alwaysGivesUTF8(_ declared: String) {
        var generator = SplitMix64(seed: 5)
        for length in [1, 2, 3, 5, 64, 700, 70_000] {
            let read = TextEncoding.decode(generator.bytes(length), declared: declared)
            #expect(String(validating: read.utf8, as: UTF8.self) != nil)
            #expect(!read.utf8.contains(0))
        }
    }
}
