/// Reads figures out of articles.
///
///     let article = Article(id: "a", date: CalendarDate("2023-11-03"), text: "At least 24 people were killed.")
///     Extractor().figures(in: article)[0].low   // 24
///
/// The same article and the same lexicon give the same figures, whatever the day, the locale and the machine.
public struct Extractor: Sendable {
    /// The version written into every figure.
    public static let version = "1.0.0"

    /// The ISO 639-1 codes of the languages that there are tables of words for.
    public static let languages: Set<String> = Set(
        DataTables.names.compactMap { name in
            let folder = name.prefix { $0 != "/" }
            return folder.utf8.count == 2 ? String(folder) : nil
        })

    /// Whether articles of a language are read: those whose language is not known are.
    public static func reads(_ lang: String?) -> Bool {
        lang.map { languages.contains($0.prefix(2).lowercased()) } ?? true
    }

    let lexicon: Lexicon

    public init(lexicon: Lexicon = .embedded) { self.lexicon = lexicon }

    /// The figures of an article: of its title first, then of its text, each in order of offset; none where it is in
    /// a language that there are no tables for, since another language's words would be misread.
    ///
    /// - Complexity: linear in the bytes of the article, but for the sentences that hold numbers, which cost the
    ///   product of their numbers and triggers.
    public func figures(in article: Article) -> [Figure] {
        guard Extractor.reads(article.lang) else { return [] }
        let own = self.figures(.text, article.text, article)
        // An entry of a feed may be its title and no more.
        guard let title = article.title, title != article.text else { return own }
        let figures = self.figures(.title, title, article)
        return figures.isEmpty ? own : figures + own
    }

    private func figures(_ field: TextField, _ text: String, _ article: Article) -> [Figure] {
        var text = text
        return text.withUTF8 { bytes in
            let reading = Extractor.read(bytes, article, lexicon)
            var chooser = ModelChooser(model: lexicon.model)
            let drafts = Interview(reading: reading).drafts(&chooser)
            if drafts.isEmpty { return [] }
            return FigureMaker(reading: reading, article: article, field: field).figures(drafts)
        }
    }

    static func read(_ bytes: Bytes, _ article: Article, _ lexicon: Lexicon, keepsGated: Bool = false) -> Reading {
        Reading(
            Document(bytes, lexicon: lexicon), reported: article.date, title: article.title, keepsGated: keepsGated)
    }

    /// All names under which a place may be known: the words of the text, the gazetteer's name and id.
    static func names(_ mention: PlaceMention, _ reading: Reading) -> [String] {
        var names = [reading.name(of: mention)]
        if let place = mention.place {
            names += [reading.document.lexicon.places[place].name, reading.document.lexicon.places[place].id]
        }
        return names
    }

    /// All names under which a source may be known: the words of the text, the table's name and id.
    static func names(_ attribution: Attribution, _ reading: Reading) -> [String] {
        var names = [reading.document.text(attribution.tokens)]
        if let fuller = attribution.antecedent { names.append(reading.document.text(fuller)) }
        if let index = attribution.organisation {
            let organisation = reading.document.lexicon.organisations[index]
            names += [organisation.name, organisation.id]
        }
        return names
    }
}
