import Figures
import TimeSeries

/// A column of the figures as programs get them: its name, what it holds, and where its cell comes from.
///
/// One list, ``all``, serves CSV, HXL, XLSX and the data package; JSON has the figure of the interchange and, behind
/// it, the columns that tell of the store and the article (``isOfStore``).
struct FigureColumn: Sendable {
    /// What its cells are, as a schema or a spreadsheet has to know.
    enum Kind: Sendable, Hashable {
        case text
        /// One of a fixed list of words.
        case word([String])
        case number
        case integer
        /// A day, a month or a year.
        case date
        case link
    }

    let key: String
    let kind: Kind
    /// What it holds, in a sentence.
    let about: String
    /// Its hashtag of the Humanitarian Exchange Language; nil where the HXL export leaves it out.
    let tag: String?
    /// Every figure has it.
    let isRequired: Bool
    /// It is no key of the interchange.
    let isOfStore: Bool
    let cell: @Sendable (StoredFigure, Lexicon) -> Cell

    init(
        _ key: String, _ about: String, _ kind: Kind = .text, tag: String? = nil, isRequired: Bool = false,
        isOfStore: Bool = false, _ cell: @escaping @Sendable (StoredFigure, Lexicon) -> Cell
    ) {
        self.key = key
        self.kind = kind
        self.about = about
        self.tag = tag
        self.isRequired = isRequired
        self.isOfStore = isOfStore
        self.cell = cell
    }

    /// A column that the figure alone fills.
    init(
        _ key: String, _ about: String, _ kind: Kind = .text, tag: String? = nil, isRequired: Bool = false,
        of figure: @escaping @Sendable (Figure) -> Cell
    ) {
        self.init(key, about, kind, tag: tag, isRequired: isRequired) { stored, _ in figure(stored.figure) }
    }

    var column: Column { Column(key, isNumber: kind == .number || kind == .integer) }

    /// The widest part of its country that holds the place, the place itself too: `Gaza` for Rafah.
    static func region(_ place: PlaceReference?, _ lexicon: Lexicon) -> String? {
        guard let id = place?.id else { return nil }
        return lexicon.enclosing(id).last { $0.kind != "country" && !$0.iso3.isEmpty }?.name
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    static var words: [String] { allCases.map(\.rawValue) }
}
