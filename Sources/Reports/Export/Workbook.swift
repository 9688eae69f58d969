import CXLSXWriter
public import Figures
public import TimeSeries

/// Figures as a workbook for spreadsheets (XLSX): dates are dates, numbers are numbers, and a text is never a formula.
///
/// The first sheet holds a row for each figure, under a heading that stays in sight and can be filtered; the second
/// says what the columns hold. The same figures give the same bytes.
public enum Workbook {
    /// Writes the workbook to the file at `path`; what was there is lost.
    ///
    /// - Throws: `ExportError.tooManyRows` past the 1,048,575 figures that a sheet holds, `.workbook` where the library
    ///   cannot write.
    public static func write(
        _ figures: [StoredFigure], lexicon: Lexicon = .embedded, to path: String
    ) throws(ExportError) {
        guard figures.count < Sheet.mostRows else { throw .tooManyRows(figures.count) }
        let file = try WorkbookFile(path)
        var sheet = file.sheet("Figures", FigureColumn.all.map { SheetColumn($0) })
        for stored in figures { sheet.add(FigureColumn.all.map { $0.cell(stored, lexicon) }) }
        sheet.finish()
        var columns = file.sheet(
            "Columns", [SheetColumn("column", 16), SheetColumn("holds", 70), SheetColumn("hxl", 24)])
        for column in FigureColumn.all {
            columns.add([.text(column.key), .text(column.about), .text(column.tag)])
        }
        columns.finish()
        try file.close()
    }
}

/// Why an export was not written.
public enum ExportError: Error, Sendable, Hashable, CustomStringConvertible {
    case tooManyRows(Int)
    case workbook(String)

    public var description: String {
        switch self {
        case .tooManyRows(let count):
            "\(count) figures are more than a sheet of a workbook holds (1,048,575): filter them, or export csv"
        case .workbook(let why): "the workbook cannot be written: \(why)"
        }
    }
}

/// A column of a sheet.
struct SheetColumn {
    let heading: String
    /// In letters.
    let width: Double

    init(_ heading: String, _ width: Double) {
        self.heading = heading
        self.width = width
    }

    init(_ column: FigureColumn) {
        heading = column.key
        switch (column.key, column.kind) {
        case ("quote", _): width = 60
        case ("title", _), ("url", _): width = 36
        case ("source", _), ("source_text", _), ("place", _), ("publisher", _): width = 22
        case (_, .date): width = 12
        default: width = max(9, Double(column.key.utf8.count) + 4)
        }
    }
}

/// A workbook of libxlsxwriter.
struct WorkbookFile {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let styles: SheetStyles

    init(_ path: String) throws(ExportError) {
        guard let book = workbook_new(path) else { throw .workbook("not enough memory") }
        self.book = book
        styles = SheetStyles(book)
        var properties = lxw_doc_properties()
        // The first second of 2000, where the library would write the time of making.
        properties.created = 946_684_800
        workbook_set_properties(book, &properties)
    }

    func sheet(_ name: String, _ columns: [SheetColumn]) -> Sheet {
        Sheet(workbook_add_worksheet(book, name), columns, styles)
    }

    /// Writes all; the workbook is gone then.
    func close() throws(ExportError) {
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else { throw .workbook(String(cString: lxw_strerror(error))) }
    }
}
