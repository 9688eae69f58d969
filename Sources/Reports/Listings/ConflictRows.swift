public import TimeSeries

/// Where two stores contradict each other, as rows.
public enum ConflictRows {
    public static func write(
        _ conflicts: [MergeConflict], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink
    ) {
        var writer = format.writer(
            [
                Column("kind"), Column("subject", isElastic: true), Column("here", isElastic: true),
                Column("there", isElastic: true), Column("holds"),
            ], width: width, to: sink)
        for conflict in conflicts {
            writer.row([
                .text(conflict.kind.rawValue), .text(conflict.subject), .text(conflict.here), .text(conflict.there),
                .text(conflict.holds.rawValue),
            ])
        }
        writer.finish()
    }
}
