/// What the templates of the report lay out, as plain text: each template escapes for its own format.
///
/// The names of the properties are the names in the templates; people may put templates of their own in the place of
/// those in `Data/templates`, so they must not change.
struct ReportView {
    var title = ""
    /// Empty for days that are no week.
    var week: [String] = []
    var span = ""
    var place: [String] = []
    var summary = ""
    var headlines: [Headline] = []
    var cards: [Headline] = []
    var pictures: [Picture] = []
    var disagreements: [Disagreeing] = []
    var findings: [Finding] = []
    var news: [Line] = []
    var moreNews: [String] = []
    var revisions: [Change] = []
    var withdrawals: [Line] = []
    var needs: [Need] = []
    var tables: [Table] = []
    var ahead: [Line] = []
    var unattributed: [Line] = []
    var moreUnattributed: [String] = []
    var articles: [Article] = []
    var notes: [Note] = []
    var style = ""
    var script = ""
    /// Of the script, for the policy of the page.
    var scriptHash = ""

    /// A value with the number of its note.
    struct Value {
        var text: String
        /// The bare number, for sorting.
        var number: String
        var note: Int
        /// ` ✓` or the like where people looked at it.
        var review: String
    }

    struct Headline {
        var subject: String
        var place: String
        var source: String
        var period: String
        /// In full words: `at least 9,061`.
        var words: String
        var value: Value
        var date: String
        var day: String
        var change: String
        var articles: Int
        var printed: String
    }

    struct Picture {
        var title: String
        var path: String
        var svg: String
    }

    struct Side {
        var source: String
        var value: Value
        var period: String
        var date: String
    }

    struct Disagreeing {
        var subject: String
        var date: String
        var apart: String
        var sides: [Side]
    }

    struct Finding {
        var rule: String
        var subject: String
        var reason: String
        var sides: [Side]
    }

    struct Change {
        var subject: String
        var reason: String
        var sides: [Side]
    }

    /// A claim on a line of its own.
    struct Line {
        var date: String
        var day: String
        var subject: String
        var place: String
        var source: String
        var period: String
        var status: String
        var value: Value
        /// Why it is here, where that is to be told.
        var why: String
    }

    struct Need {
        var subject: String
        var place: String
        var done: [Side]
        var wanted: [Side]
    }

    struct Table {
        var title: String
        var count: String
        var columns: [String]
        var rows: [Row]

        struct Row {
            var source: String
            var period: String
            var cells: [Cell]
        }

        struct Cell {
            var values: [Value]
            /// The last value's bare number, for sorting.
            var number: String
        }
    }

    struct Article {
        var date: String
        var day: String
        var publisher: String
        var title: String
        /// A web address; empty where there is none.
        var url: [String]
        var figures: Int
        /// What it is a copy of; empty where of nothing.
        var copy: [String]
    }

    struct Note {
        var number: Int
        /// The quote in three parts, the number as the text has it in the middle.
        var before: String
        var figure: String
        var after: String
        var vouched: String
        var printed: [Article]
        var reviews: [String]
        /// `Figure 12`, `Figures 12, 15`: their IDs in the store.
        var ids: String
    }
}
