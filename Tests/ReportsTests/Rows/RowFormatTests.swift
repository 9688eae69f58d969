import Foundation
import Reports
import TestSupport
import Testing

/// The same rows in each format.
@Suite struct RowFormatTests {
    private let columns = [
        Column("name", "Who"), Column("value", isNumber: true), Column("count", isNumber: true), Column("place_id"),
    ]
    private let rows: [[Cell]] = [
        [.text("A | \"b\", c"), .number(1234.5), .integer(9061), .list(["x", "y"])],
        [.text(nil), .number(nil), .integer(-3), .list([])], [.text("=1+1"), .number(-12), .integer(0), .list(["-x"])],
    ]

    @Test func table() {
        #expect(
            text(columns, rows, .table) == """
                Who           Value  Count  Place id
                ----------  -------  -----  --------
                A | "b", c  1,234.5  9,061  x, y
                                        −3
                =1+1            −12      0  -x

                """)
    }

    @Test func json() {
        #expect(
            text(columns, rows, .json) == #"""
                [
                {"name":"A | \"b\", c","value":1234.5,"count":9061,"place_id":["x","y"]},
                {"name":null,"value":null,"count":-3,"place_id":[]},
                {"name":"=1+1","value":-12,"count":0,"place_id":["-x"]}
                ]

                """#)
    }

    @Test func jsonl() {
        #expect(
            text(columns, rows, .jsonl) == #"""
                {"name":"A | \"b\", c","value":1234.5,"count":9061,"place_id":["x","y"]}
                {"name":null,"value":null,"count":-3,"place_id":[]}
                {"name":"=1+1","value":-12,"count":0,"place_id":["-x"]}

                """#)
    }

    @Test func csv() {
        #expect(
            text(columns, rows, .csv) == """
                name,value,count,place_id
                "A | ""b"", c",1234.5,9061,x; y
                ,,-3,
                '=1+1,-12,0,'-x

                """)
    }

    @Test func markdown() {
        #expect(
            text(columns, rows, .markdown) == #"""
                | Who | Value | Count | Place id |
                |---|---:|---:|---|
                | A \| "b", c | 1,234.5 | 9,061 | x, y |
                |  |  | −3 |  |
                | =1+1 | −12 | 0 | -x |

                """#)
    }

    @Test(arguments: [
        (RowFormat.table, "A  B\n-  -\n"), (.json, "[]\n"), (.jsonl, ""), (.csv, "a,b\n"),
        (.markdown, "| A | B |\n|---|---|\n"),
    ])
    func withoutRows(_ format: RowFormat, _ expected: String) {
        #expect(text([Column("a"), Column("b")], [], format) == expected)
    }

    /// Whatever a text holds, a row is a row.
    @Test(arguments: 0..<20 as Range<UInt64>) func keepsRowsApart(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("a\"',|\\\n\r\t\u{0}\u{1B}[31m=;…é漢\u{2028}<&`*")
        let cells = (0..<30).map { _ in String((0..<6).map { _ in alphabet.randomElement(using: &generator) ?? "a" }) }
        let rows = cells.map { [Cell.text($0), .integer(1)] }
        let columns = [Column("a"), Column("b", isNumber: true)]
        #expect(text(columns, rows, .table).split(separator: "\n").count == 32)
        #expect(text(columns, rows, .table).controls.isEmpty)
        let markdown = text(columns, rows, .markdown)
        #expect(markdown.split(separator: "\n").count == 32)
        #expect(markdown.controls.isEmpty)
        let lines = text(columns, rows, .jsonl).utf8.split(separator: 10)
        let decoder = JSONDecoder()
        #expect(try lines.map { try decoder.decode(JSONRow.self, from: Data($0)).a } == cells)
        #expect(try decoder.decode([JSONRow].self, from: Data(text(columns, rows, .json).utf8)).map(\.a) == cells)
        #expect(
            CSVReader.rows(text(columns, rows, .csv)).dropFirst().map { $0[0] }.elementsEqual(
                cells.map(CellText.block), by: CSVReader.isSame))
    }

    private struct JSONRow: Decodable {
        let a: String
    }
}

/// Reads CSV as RFC 4180 has it.
enum CSVReader {
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch scalar {
            case "\"" where isQuoted && next == "\"":
                cell.append(scalar)
                next = scalars.next()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted:
                row.append(String(cell))
                cell = String.UnicodeScalarView()
                if scalar == "\n" {
                    rows.append(row)
                    row = []
                }
            default: cell.append(scalar)
            }
        }
        return rows
    }

    /// Whether the cell holds the text, with or without the apostrophe that defuses it.
    static func isSame(_ cell: String, _ text: String) -> Bool {
        cell.utf8.elementsEqual(text.utf8) || cell.utf8.elementsEqual("'\(text)".utf8)
    }
}
