import Figures
import TimeSeries

extension ReportPage {
    /// What is brought or let through, and so can be needed.
    private static let supplies: Set<String> = ["trucks", "crossings", "aid"]

    /// What came through beside what was said to be needed or planned, for each thing and place that has both, or that
    /// something is needed of. They are laid side by side, not divided: they may count different things.
    mutating func needs() -> [ReportView.Need] {
        let series = report.current.filter { ReportPage.supplies.contains($0.key.measure) && $0.key.status != .denied }
        let groups = Dictionary(grouping: series) { one in
            SeriesKey(measure: one.key.measure, place: one.key.place, source: nil, unit: one.key.unit, period: .event)
        }
        return groups.keys.sorted().compactMap { key in
            let members = groups[key] ?? []
            // Aid comes in a hundred kinds: only what something is needed of.
            guard key.measure != "aid" || members.contains(where: { $0.key.status != .actual }) else { return nil }
            let done = sides(members.filter { $0.key.status == .actual })
            let wanted = sides(members.filter { $0.key.status != .actual })
            return ReportView.Need(
                subject: SubjectText.text(key), place: key.place ?? "No place named", done: done, wanted: wanted)
        }
    }

    /// The claims by day.
    private mutating func sides(_ series: [Series]) -> [ReportView.Side] {
        let claims = series.flatMap { one in one.points.map { (one.key, $0) } }
        return claims.sorted { ($0.1.date.last, $0.0) < ($1.1.date.last, $1.0) }.map { side($0, $1) }
    }
}
