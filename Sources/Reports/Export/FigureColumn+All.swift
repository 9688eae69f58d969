import Figures
import TimeSeries

extension FigureColumn {
    /// All columns, in the order in which they are written. Programs read them by name: none may change its name.
    static let all = count + place + source + time + words + origin + making + review

    private static let count = [
        FigureColumn(
            "id", "The figure's number in the store.", .integer, tag: "#meta+id", isRequired: true, isOfStore: true
        ) { stored, _ in .integer(Int(stored.id)) },
        FigureColumn("measure", "What is counted.", tag: "#indicator+name", isRequired: true) { .text($0.measure) },
        FigureColumn("term", "The word that told the measure.") { .text($0.term) },
        FigureColumn("number", "The number as the text has it.", isRequired: true) { .text($0.number) },
        FigureColumn("value", "The number as stated, before bounds.", .number, isRequired: true) { .number($0.value) },
        FigureColumn("low", "What the words allow at least; empty where open.", .number, tag: "#indicator+min+num") {
            .number($0.low)
        },
        FigureColumn("high", "What the words allow at most; empty where open.", .number, tag: "#indicator+max+num") {
            .number($0.high)
        },
        FigureColumn(
            "qualifier", "How exact the words are.", .word(Qualifier.words), tag: "#indicator+qualifier",
            isRequired: true
        ) { .text($0.qualifier.rawValue) },
        FigureColumn("unit", "What the number counts, in the singular.", tag: "#indicator+unit", isRequired: true) {
            .text($0.unit)
        },
        FigureColumn("population", "Who is counted; several set apart by semicolons.", tag: "#group+name+list") {
            .list($0.population)
        },
    ]

    private static let place = [
        FigureColumn("place", "The place's name in the gazetteer, else as the text has it.", tag: "#loc+name") {
            stored, _ in .text(stored.placeName ?? stored.figure.place?.name)
        },
        FigureColumn("place_id", "The place's id in the gazetteer.", tag: "#loc+code") { .text($0.place?.id) },
        FigureColumn("region", "The part of the country that holds the place.", tag: "#adm1+name") { stored, lexicon in
            .text(region(stored.figure.place, lexicon))
        },
        FigureColumn("iso3", "The country's ISO 3166-1 alpha-3 code.", tag: "#country+code") { .text($0.place?.iso3) },
    ]

    private static let source = [
        FigureColumn("source", "Who vouches; empty where the article says it in its own voice.", tag: "#meta+source") {
            .text($0.source?.name)
        },
        FigureColumn("source_id", "The source's id in the table of sources.") { .text($0.source?.id) },
        FigureColumn("source_kind", "What kind of party it is.", .word(SourceKind.words), tag: "#meta+source+kind") {
            .text($0.source?.kind.rawValue)
        },
        FigureColumn("source_text", "The source in the words of the text.") { .text($0.source?.text) },
        FigureColumn("speaker", "The person who spoke for the source.") { .text($0.source?.speaker) },
        FigureColumn("relay", "Who passed the number on.") { .text($0.source?.relay) },
    ]

    private static let time = [
        FigureColumn("date", "The last day, month or year that the figure speaks of.", .date, tag: "#date+occurred") {
            .date($0.date)
        },
        FigureColumn("date_precision", "How exact the date is.", .word(DatePrecision.words), tag: "#meta+precision") {
            .text($0.date?.precision.rawValue)
        },
        FigureColumn(
            "period", "event: in one event or span; total: a running total; stock: a state at the time.",
            .word(Period.words), tag: "#indicator+period", isRequired: true
        ) { .text($0.period.rawValue) },
        FigureColumn("period_start", "The day that a running total counts from.", .date, tag: "#date+start") {
            .date($0.periodStart.map { PartialDate($0) })
        },
        FigureColumn(
            "status", "Whether it is so, planned, projected or denied.", .word(Status.words), tag: "#status",
            isRequired: true
        ) { .text($0.status.rawValue) },
        FigureColumn("relation", "How it stands to another figure of the text.", .word(["subset_of", "increment_of"])) {
            .text($0.relation?.kind.rawValue)
        },
        FigureColumn("relation_start", "The start of that other figure.", .integer) {
            .number($0.relation.map { Double($0.start) })
        },
    ]

    private static let words = [
        FigureColumn("quote", "The sentence that holds the number, verbatim.", tag: "#meta+quote", isRequired: true) {
            .text($0.quote)
        }
    ]

    private static let origin = [
        FigureColumn("publisher", "Who printed it.", tag: "#meta+publisher") { .text($0.publisher) },
        FigureColumn("reported", "The day of publication.", .date, tag: "#date+reported") {
            .date($0.reported.map { PartialDate($0) })
        },
        FigureColumn("title", "The article's title.", tag: "#meta+title", isOfStore: true) { stored, _ in
            .text(stored.articleTitle)
        },
        FigureColumn("url", "The article's address.", .link, tag: "#meta+url", isOfStore: true) { stored, _ in
            .link(stored.articleURL)
        },
    ]

    private static let making = [
        FigureColumn("doc", "The article's own id.", isRequired: true) { .text($0.doc) },
        FigureColumn("field", "The part of the article that holds it.", .word(TextField.words), isRequired: true) {
            .text($0.field.rawValue)
        },
        FigureColumn("start", "Where the number begins, in UTF-8 bytes.", .integer, isRequired: true) {
            .integer($0.start)
        },
        FigureColumn("end", "Where it ends, exclusive.", .integer, isRequired: true) { .integer($0.end) },
        FigureColumn("quote_start", "Where the quote begins.", .integer, isRequired: true) { .integer($0.quoteStart) },
        FigureColumn("confidence", "0 to 1: the share of such figures that are right.", .number, isRequired: true) {
            .number($0.confidence)
        },
        FigureColumn("rule", "Why the figure was made.") { .text($0.rule) },
        FigureColumn("extractor", "The version of the extractor.") { .text($0.extractor) },
        FigureColumn("lexicon", "The fingerprint of the tables that it was read with.", isOfStore: true) { stored, _ in
            .text(stored.lexicon)
        },
        FigureColumn("path", "The file that the article came from.", isOfStore: true) { stored, _ in
            .text(stored.articlePath)
        },
    ]

    private static let review = [
        FigureColumn("claim", "The same for every printing of one claim.", tag: "#meta+claim", isOfStore: true) {
            stored, _ in .text(stored.claim == 0 ? nil : stored.claimID)
        },
        FigureColumn(
            "articles", "How many articles print the claim.", .integer, tag: "#meta+articles+num", isRequired: true,
            isOfStore: true
        ) { stored, _ in .integer(stored.articleCount) },
        FigureColumn(
            "review", "What people say of it; empty where nobody looked.", .word(ReviewState.words),
            tag: "#meta+review", isOfStore: true
        ) { stored, _ in .text(stored.review?.rawValue) },
        FigureColumn("extracted", "What was read where a person set something else: key=value.", isOfStore: true) {
            stored, _ in .list(stored.extracted.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
        },
    ]
}
