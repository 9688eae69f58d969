import Figures

/// The dated entries of a live report: each speaks of its own day, so each is an article of its own.
///
/// They are those that the page's linked data lists, else the parts that name themselves as entries and carry a time.
/// A page with fewer than two has none.
struct LiveReport {
    struct Entry {
        var title: String?
        var date: CalendarDate?
        var text: String
        /// The anchor of the entry in the page.
        var anchor: String?
    }

    let entries: [Entry]

    init(_ finder: BodyFinder, _ data: LinkedData, _ rules: PageRules) {
        let listed = data.updates.compactMap { LiveReport.entry($0, rules) }
        let found = listed.count > 1 ? listed : LiveReport.marked(finder, rules)
        entries = found.count > 1 ? found : []
    }

    private static func entry(_ update: LinkedData.Update, _ rules: PageRules) -> Entry? {
        let text = HTMLFragment.text(ofEither: update.body, rules)
        guard !text.isEmpty else { return nil }
        return Entry(
            title: update.headline.map(PageText.plain), date: update.date.flatMap { rules.dates.date($0) }, text: text)
    }

    private static func marked(_ finder: BodyFinder, _ rules: PageRules) -> [Entry] {
        let tree = finder.tree
        return finder.outermost { finder.hints[$0].contains(.entry) }.compactMap { node in
            let times = tree.subtree(node).filter { tree[$0].tag == .time }
            let date = times.lazy.compactMap { time in
                tree.attribute("datetime", of: time).flatMap { rules.dates.date($0) }
                    ?? rules.dates.date(tree.plainText(time))
            }.first { _ in true }
            guard !times.isEmpty else { return nil }
            var writer = BodyWriter(finder)
            let text = writer.text(of: finder.body(of: [node]))
            guard !text.isEmpty else { return nil }
            let heading = tree.subtree(node).first { tree[$0].tag.headingRank != nil }.map(tree.plainText)
            return Entry(title: heading, date: date, text: text, anchor: tree.attribute("id", of: node))
        }
    }
}
