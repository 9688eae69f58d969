import Testing

@testable import Figures

@Suite struct TableTests {
    private func rows(_ text: String, _ column: String) -> [String] {
        Table(name: "t", bytes: Array(text.utf8)).map { $0[column] }
    }

    @Test func readsRowsByTheNamesOfTheColumns() {
        #expect(rows("a\tb\n1\t2\n3\t4\n", "b") == ["2", "4"])
    }

    @Test(arguments: [
        ("# comment\na\tb\n# another\n1\t2\n", ["2"]), ("a\tb\n\n1\t2\n\n", ["2"]), ("a\tb\r\n1\t2\r\n", ["2"]),
        ("a\tb\n1\n", [""]), ("a\tb\n1\t2\t3\n", ["2"]), ("a\tb\n1\t2", ["2"]), ("a\tb\n", []), ("", []),
        ("a\n1\n", [""]),
        ("a\tb\n1\té غ\n", ["é غ"]),
    ])
    func passesOverWhatIsNoRow(_ text: String, _ cells: [String]) { #expect(rows(text, "b") == cells) }

    @Test(arguments: [("x|y", ["x", "y"]), ("x", ["x"]), ("", []), ("|x||y|", ["x", "y"]), ("a b|c", ["a b", "c"])])
    func splitsAlternatives(_ cell: String, _ parts: [String]) {
        let table = Table(name: "t", bytes: Array("a\tforms\n1\t\(cell)\n".utf8))
        #expect(table.map { $0.list("forms") } == [parts])
    }

    @Test func givesTheTablesPutInTheirPlace() {
        let tables = DataTables(replacing: ["en/triggers.tsv": "x"])
        #expect(tables.bytes("en/triggers.tsv") == Array("x".utf8))
        #expect(tables.bytes("measures.tsv") == DataTables().bytes("measures.tsv"))
        #expect(DataTables().bytes("no such table") == [])
    }
}
