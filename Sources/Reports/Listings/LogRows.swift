import Figures
public import TimeSeries

/// The logs of what people changed, as rows, oldest first.
public enum LogRows {
    public static func write(
        _ reviews: [LoggedReview], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink
    ) {
        var writer = format.writer(
            [
                Column("review", isNumber: true), Column("at"), Column("by"), Column("figure", isNumber: true),
                Column("measure"), Column("verdict"), Column("key"), Column("was"), Column("becomes"),
                Column("why", isElastic: true), Column("publisher"), Column("quote", isElastic: true),
            ], width: width, to: sink)
        for review in reviews {
            writer.row([
                .number(Double(review.id)), .text(review.note.at), .text(review.note.author),
                .number((review.figure?.id).map { Double($0) }), .text(review.measure), .text(review.verdict),
                .text(review.key?.rawValue), .text(review.was), .text(review.becomes), .text(review.note.why),
                .text(review.publisher), .text(review.figure?.figure.quote),
            ])
        }
        writer.finish()
    }

    public static func write(
        _ namings: [LoggedNaming], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink
    ) {
        var writer = format.writer(
            [
                Column("change", isNumber: true), Column("at"), Column("by"), Column("verb"), Column("id", "ID"),
                Column("was"), Column("becomes"), Column("why", isElastic: true),
            ], width: width, to: sink)
        for naming in namings {
            writer.row([
                .number(Double(naming.id)), .text(naming.note.at), .text(naming.note.author), .text(naming.verb),
                .text(naming.key), .text(naming.was), .text(naming.becomes), .text(naming.note.why),
            ])
        }
        writer.finish()
    }
}
