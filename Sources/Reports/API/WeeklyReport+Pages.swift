public import Figures
import Mustache
import TimeSeries

extension WeeklyReport {
    /// A chart as a page shows it.
    public struct Illustration: Sendable {
        public var title: String
        /// The file's name, as the page is to refer to it.
        public var path: String
        /// The picture itself as SVG; empty where the page refers to a file.
        public var svg: String

        public init(title: String, path: String = "", svg: String = "") {
            self.title = title
            self.path = path
            self.svg = svg
        }
    }

    /// The report as Markdown.
    ///
    /// - Parameters:
    ///   - pictures: the charts, by the names of their files.
    ///   - tables: where `templates/report.md.mustache` is looked for.
    /// - Throws: `ReportError` where the template cannot be read.
    public func markdown(
        pictures: [Illustration] = [], tables: DataTables = DataTables()
    ) throws(ReportError) -> String {
        MustacheContentTypes.register(MarkdownContent(), named: "MARKDOWN")
        return try render("templates/report.md.mustache", ReportPage(self, pictures: pictures).view, tables)
    }

    /// The report as one page of HTML that needs no other file and asks for none.
    ///
    /// - Parameters:
    ///   - pictures: the charts as SVG.
    ///   - tables: where `templates/report.html.mustache`, `report.css` and `report.js` are looked for.
    /// - Throws: `ReportError` where the template cannot be read.
    public func html(
        pictures: [Illustration] = [], tables: DataTables = DataTables()
    ) throws(ReportError) -> String {
        var pictures = pictures
        for index in pictures.indices { pictures[index].svg = InlineSVG.text(pictures[index].svg, number: index + 1) }
        var view = ReportPage(self, pictures: pictures).view
        view.style = String(decoding: tables.bytes("templates/report.css"), as: UTF8.self)
        view.script = String(decoding: tables.bytes("templates/report.js"), as: UTF8.self)
        view.scriptHash = ScriptHash.text(view.script)
        return try render("templates/report.html.mustache", view, tables)
    }

    private func render(_ name: String, _ view: ReportView, _ tables: DataTables) throws(ReportError) -> String {
        do {
            let template = try MustacheTemplate(string: String(decoding: tables.bytes(name), as: UTF8.self))
            // The page may be printed to a terminal.
            return CellText.block(template.render(view))
        } catch {
            throw .badTemplate(name, "\(error)")
        }
    }
}

public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    case badTemplate(String, String)

    public var description: String {
        switch self {
        case .badTemplate(let name, let why): "\(name): not a Mustache template: \(why)"
        }
    }
}

/// What the template of the Markdown report fills in, as Markdown shows it as it is.
private struct MarkdownContent: MustacheContentType {
    func escapeText(_ text: String) -> String { Markdown.escaped(text) }
}
