import Figures
import Foundation
import TestSupport
import Testing
import TimeSeries

@testable import Reports

@Suite struct WorkbookTests {
    private func figures() throws -> [StoredFigure] {
        let store = try Store.inMemory()
        try store.take(
            "a", by: "=cmd|' /C calc'!A0", title: "+SUM(1)", url: "https://harbourwire.example/a",
            .sample(9061.5, qualifier: .atLeast, quote: "=HYPERLINK(\"x\")\u{1B}\n\"9,061\""),
            .sample(3, on: "2023-11", quote: "@x"), .sample(4, on: nil, quote: "-1"),
            .sample(7, quote: String(repeating: "è", count: 40_000)))
        return try store.figures()
    }

    @Test func theSameFiguresGiveTheSameBytes() async throws {
        let folder = try TemporaryFolder()
        let figures = try figures()
        try Workbook.write(figures, to: folder.file("a.xlsx").path)
        // The times in a ZIP have a step of two seconds.
        try await Task.sleep(for: .milliseconds(2100))
        try Workbook.write(figures, to: folder.file("b.xlsx").path)
        let bytes = try Data(contentsOf: folder.file("a.xlsx"))
        #expect(try Data(contentsOf: folder.file("b.xlsx")) == bytes)
        #expect(bytes.starts(with: Data("PK".utf8)))
        for part in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            #expect(bytes.range(of: Data(part.utf8)) != nil)
        }
    }

    @Test func aFolderThatIsNotThere() {
        #expect(throws: ExportError.self) { try Workbook.write([], to: "/nonexistent/a.xlsx") }
    }

    @Test(.enabled(if: PythonModule.openpyxl.isInstalled, Comment(rawValue: PythonModule.openpyxl.missing)))
    func cellsHaveTheirTypes() async throws {
        let folder = try TemporaryFolder()
        try Workbook.write(try figures(), to: folder.file("a.xlsx").path)
        let result = try await PythonModule.run(
            [
                "-c",
                """
                import openpyxl
                sheet = openpyxl.load_workbook('a.xlsx')['Figures']
                head = [cell.value for cell in sheet[1]]
                print(sheet.freeze_panes, sheet.auto_filter.ref, sheet.max_row)
                cells = [dict(zip(head, row)) for row in sheet.iter_rows(min_row=2)]
                one = next(row for row in cells if row['value'].value == 9061.5)
                for key in ['value', 'low', 'high', 'date', 'publisher', 'quote', 'title', 'url', 'id']:
                    print(key, one[key].data_type, one[key].number_format, one[key].value)
                print(one['url'].hyperlink.target)
                month = next(row for row in cells if row['value'].value == 3)
                print(month['date'].value, month['date'].number_format, month['quote'].data_type)
                print(max(len(str(row['quote'].value)) for row in cells), [row['date'].value is None for row in cells])
                """,
            ], in: folder.url)
        #expect(result.errorText == "")
        #expect(
            result.outputText == """
                A2 A1:AT5 5
                value n #,##0.0##### 9061.5
                low n #,##0.0##### 9061.5
                high n General None
                date d yyyy-mm-dd 2023-11-03 00:00:00
                publisher s General =cmd|' /C calc'!A0
                quote s General =HYPERLINK("x") "9,061"
                title s General +SUM(1)
                url s General https://harbourwire.example/a
                id n General 1
                https://harbourwire.example/a
                2023-11-30 00:00:00 yyyy-mm s
                32767 [False, False, True, False]

                """)
    }
}
