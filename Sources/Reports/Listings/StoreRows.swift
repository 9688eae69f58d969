public import Figures
public import TimeSeries

/// The measures, sources and places as rows.
public enum StoreRows {
    /// - Parameter counts: how many figures of each measure the store has; nil where there is no store.
    public static func write(
        _ measures: [Measure], counts: [String: Int]?, _ format: RowFormat, width: Int? = nil,
        to sink: @escaping TextSink
    ) {
        let figures = counts == nil ? [] : [Column("figures", isNumber: true)]
        var writer = format.writer(
            [Column("measure")] + figures + [Column("unit"), Column("hxl", "HXL"), Column("counts", isElastic: true)],
            width: width, to: sink)
        for measure in measures {
            let count = counts.map { [Cell.integer($0[measure.name] ?? 0)] } ?? []
            writer.row(
                [.text(measure.name)] + count + [.text(measure.unit), .text(measure.hxl), .text(measure.counts)])
        }
        writer.finish()
    }

    /// - Parameter unattributed: how many figures have no source; they get a row of their own.
    public static func write(
        _ sources: [StoredSource], unattributed: Int, _ format: RowFormat, width: Int? = nil,
        to sink: @escaping TextSink
    ) {
        var writer = format.writer(
            [
                Column("source"), Column("id", "ID"), Column("kind"), Column("figures", isNumber: true),
                Column("articles", isNumber: true), Column("aliases", isElastic: true),
            ], width: width, to: sink)
        for source in sources {
            writer.row([
                .text(source.name), .text(source.key), .text(source.kind.rawValue), .integer(source.figureCount),
                .integer(source.articleCount), .list(source.aliases),
            ])
        }
        if unattributed > 0 {
            writer.row([.text("unattributed"), .text(nil), .text(nil), .integer(unattributed), .text(nil), .list([])])
        }
        writer.finish()
    }

    public static func write(
        _ places: [StoredPlace], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink
    ) {
        var writer = format.writer(
            [
                Column("place"), Column("id", "ID"), Column("kind"), Column("iso3", "ISO 3166"), Column("in"),
                Column("figures", isNumber: true), Column("aliases", isElastic: true),
            ], width: width, to: sink)
        for place in places {
            writer.row([
                .text(place.name), .text(place.key), .text(place.kind), .text(place.iso3), .text(place.parent),
                .integer(place.figureCount), .list(place.aliases),
            ])
        }
        writer.finish()
    }
}
