import CXLSXWriter
import Figures

/// How cells of a workbook look.
struct SheetStyles {
    let heading: UnsafeMutablePointer<lxw_format>?
    let wrapped: UnsafeMutablePointer<lxw_format>?
    let top: UnsafeMutablePointer<lxw_format>?
    let whole: UnsafeMutablePointer<lxw_format>?
    let fraction: UnsafeMutablePointer<lxw_format>?
    let link: UnsafeMutablePointer<lxw_format>?
    private let dates: [DatePrecision: UnsafeMutablePointer<lxw_format>]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func style(_ change: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
            guard let format = workbook_add_format(book) else { return nil }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            change(format)
            return format
        }
        func pattern(_ pattern: String) -> UnsafeMutablePointer<lxw_format>? {
            style { format_set_num_format($0, pattern) }
        }
        heading = style {
            format_set_bold($0)
            format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        wrapped = style { format_set_text_wrap($0) }
        top = style { _ in }
        whole = pattern("#,##0")
        fraction = pattern("#,##0.0#####")
        link = style {
            format_set_font_color($0, 0x0563C1)
            format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
        let patterns: [(DatePrecision, String)] = [(.day, "yyyy-mm-dd"), (.month, "yyyy-mm"), (.year, "yyyy")]
        dates = Dictionary(
            uniqueKeysWithValues: patterns.compactMap { precision, text in pattern(text).map { (precision, $0) } })
    }

    /// Shows as much of a day as is known.
    func date(_ precision: DatePrecision) -> UnsafeMutablePointer<lxw_format>? { dates[precision] }
}

/// A sheet that takes rows one by one.
struct Sheet {
    /// What a sheet of the format holds, its heading too.
    static let mostRows = 1_048_576
    /// What a cell holds, in UTF-16 units.
    private static let mostLetters = 32_767
    /// More links on a sheet, or longer ones, are refused by spreadsheets; they stand as text.
    private static let mostLinks = 65_530
    private static let mostLinkLetters = 2079

    private let sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let columns: [SheetColumn]
    private let styles: SheetStyles
    private var rows = 0
    private var links = 0

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ columns: [SheetColumn], _ styles: SheetStyles) {
        self.sheet = sheet
        self.columns = columns
        self.styles = styles
        for (index, column) in columns.enumerated() {
            let at = UInt16(index)
            worksheet_set_column(sheet, at, at, column.width, nil)
            worksheet_write_string(sheet, 0, at, column.heading, styles.heading)
        }
        worksheet_freeze_panes(sheet, 1, 0)
    }

    mutating func add(_ cells: [Cell]) {
        rows += 1
        for (index, cell) in cells.enumerated() { write(cell, UInt32(rows), UInt16(index)) }
    }

    /// Called once, behind the last row.
    func finish() {
        worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(columns.count - 1))
    }

    private mutating func write(_ cell: Cell, _ row: UInt32, _ column: UInt16) {
        switch cell {
        case .text(let text): write(text ?? "", row, column)
        case .list(let words): write(words.joined(separator: "; "), row, column)
        case .number(let number):
            guard let number, number.isFinite else { return }
            worksheet_write_number(
                sheet, row, column, number, number == number.rounded() ? styles.whole : styles.fraction)
        case .integer(let number): worksheet_write_number(sheet, row, column, Double(number), styles.top)
        case .date(let date): write(date, row, column)
        case .link(let address): write(link: address ?? "", row, column)
        }
    }

    /// A text, whatever it begins with: the library writes strings, never formulas, by this call.
    private func write(_ text: String, _ row: UInt32, _ column: UInt16) {
        guard !text.isEmpty else { return }
        let style = columns[Int(column)].width > 40 ? styles.wrapped : styles.top
        worksheet_write_string(sheet, row, column, Sheet.shortened(CellText.line(text)), style)
    }

    private func write(_ date: PartialDate?, _ row: UInt32, _ column: UInt16) {
        guard let date else { return }
        let day = date.last
        // Spreadsheets know no day before 1900.
        guard day.year >= 1900 else { return write(date.description, row, column) }
        var time = lxw_datetime()
        time.year = Int32(day.year)
        time.month = Int32(day.month)
        time.day = Int32(day.day)
        worksheet_write_datetime(sheet, row, column, &time, styles.date(date.precision))
    }

    private mutating func write(link address: String, _ row: UInt32, _ column: UInt16) {
        let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        guard isWeb, links < Sheet.mostLinks, address.utf16.count <= Sheet.mostLinkLetters else {
            return write(address, row, column)
        }
        links += 1
        guard worksheet_write_url(sheet, row, column, CellText.line(address), styles.link) != LXW_NO_ERROR else {
            return
        }
        write(address, row, column)
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf16.count > mostLetters else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += character.utf16.count
            if used > mostLetters { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
