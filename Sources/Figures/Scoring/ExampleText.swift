/// Articles with their figures marked in the text, as `Data/examples/` has them.
///
///     @2024-02-15
///     The health ministry reported «124|cases; source=health ministry; place=Aden» new cases in Aden.
///
/// Grammar: `#` begins a comment line. `@YYYY-MM-DD` begins an article of that day, which runs to the next empty
/// line; each of its lines is a paragraph. A mark is `«number|measures; key=values; …»`: alternatives are set apart by
/// `/`, a `?` behind the measures says that the figure may be left out, `-` is "none". Keys are `source`, `place`,
/// `date`, `period`, `status` and `population` (values set apart by `,`); a key that is not there is not judged.
/// A number without a mark is no figure.
public struct ExampleText: Sendable {
    public private(set) var articles: [Article] = []
    public private(set) var figures: [GoldFigure] = []
    /// Lines that could not be read, each with its number, counted from 1.
    public private(set) var problems: [(line: Int, why: String)] = []

    /// - Parameter name: begins the ids of the articles, `name:12` for one that begins on line 12.
    public init(_ text: String, name: String) {
        var block: Block?
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.hasPrefix("#") { continue }
            if line.allSatisfy({ $0 == " " || $0 == "\r" }) {
                close(&block)
            } else if line.hasPrefix("@") {
                close(&block)
                block = Block(id: "\(name):\(number)", date: CalendarDate(line.dropFirst()))
                if block?.date == nil { problems.append((number, "'\(line)' is not @YYYY-MM-DD")) }
            } else if block == nil {
                problems.append((number, "a text wants a line @YYYY-MM-DD before it"))
            } else if let problem = block?.add(line) {
                problems.append((number, problem))
            }
        }
        close(&block)
    }

    private mutating func close(_ block: inout Block?) {
        if let block, !block.text.isEmpty {
            articles.append(Article(id: block.id, date: block.date, text: String(decoding: block.text, as: UTF8.self)))
            // One paragraph has nothing of the context in which an article tells source, place and day: learned from
            // such texts, the answers for whole articles get worse (measured by cross-validation).
            figures += block.figures.map { block.isOneParagraph ? $0.judgedByMeasureAlone : $0 }
        }
        block = nil
    }

    /// An article while it is read.
    private struct Block {
        let id: String
        let date: CalendarDate?
        var text: [UInt8] = []
        var figures: [GoldFigure] = []
        var isOneParagraph: Bool { !text.contains(10) }

        init(id: String, date: CalendarDate?) {
            self.id = id
            self.date = date
        }

        /// Adds a paragraph; what is wrong with it, or nil.
        mutating func add(_ line: Substring) -> String? {
            if !text.isEmpty { text += [10, 10] }
            var rest = line
            while let open = rest.firstIndex(of: "«") {
                text += rest[..<open].utf8
                guard let close = rest[open...].firstIndex(of: "»") else { return "a « without its »" }
                let mark = rest[rest.index(after: open)..<close]
                guard let bar = mark.firstIndex(of: "|") else { return "a mark without '|'" }
                let start = text.count
                text += mark[..<bar].utf8
                figures.append(
                    GoldFigure(doc: id, start: start, end: text.count, mark: mark[mark.index(after: bar)...]))
                rest = rest[rest.index(after: close)...]
            }
            text += rest.utf8
            return nil
        }
    }
}

extension GoldFigure {
    /// Reads what stands behind the number in a mark.
    init(doc: String, start: Int, end: Int, mark: Substring) {
        var fields = mark.split(separator: ";").map { Self.trimmed($0) }
        let measures = fields.isEmpty ? "" : fields.removeFirst()
        self.init(doc: doc, start: start, end: end)
        isOptional = measures.hasSuffix("?")
        measure = measures.split(whereSeparator: { $0 == "/" || $0 == "?" }).map { String(Self.trimmed($0)) }
        unjudged = [.source, .place, .date, .period]
        for field in fields {
            guard let equals = field.firstIndex(of: "=") else { continue }
            set(String(Self.trimmed(field[..<equals])), Self.trimmed(field[field.index(after: equals)...]))
        }
    }

    fileprivate var judgedByMeasureAlone: GoldFigure {
        var figure = self
        figure.unjudged = [.source, .place, .date, .period]
        return figure
    }

    private mutating func set(_ key: String, _ text: Substring) {
        let values = text == "-" ? [] : text.split(separator: "/").map { String(Self.trimmed($0)) }
        switch key {
        case "source": source = values
        case "place": place = values
        case "date": date = values
        case "period": period = values
        case "status": status = values.first
        case "population": population = text.split(separator: ",").map { String(Self.trimmed($0)) }
        default: return
        }
        if let question = Question(rawValue: key) { unjudged.remove(question) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let front = text.drop { $0 == " " }
        guard let last = front.lastIndex(where: { $0 != " " }) else { return "" }
        return front[...last]
    }
}
