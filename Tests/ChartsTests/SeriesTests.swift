import Figures
import Testing

@testable import Charts
@testable import TimeSeries

private func key(
    source: String? = "OCHA", place: String? = "Gaza", population: [String] = [], unit: String = "person",
    period: Period = .total, status: Status = .actual
) -> SeriesKey {
    SeriesKey(
        measure: "deaths", population: population, place: place, source: source, unit: unit, period: period,
        periodStart: nil, status: status)
}

private func point(
    _ date: String, _ value: Double, low: Double? = nil, high: Double? = nil, qualifier: Qualifier = .exact
) throws -> SeriesPoint {
    let date = try #require(PartialDate(date))
    return SeriesPoint(
        date: date, value: value, low: low, high: high, qualifier: qualifier, status: .actual, printings: [])
}

@Suite struct SeriesCharts {
    @Test func namesAreSourcePlaceAndPopulation() throws {
        let series = [
            Series(key: key(population: ["children", "palestinian"]), points: [try point("2023-11-03", 1)]),
            Series(key: key(source: nil, place: nil), points: [try point("2023-11-03", 2)]),
        ]
        let chart = Chart(series: series, title: "t")
        #expect(chart.lines.map(\.label) == ["OCHA · Gaza · children, palestinian", "unattributed · no place"])
        #expect(chart.panels.map(\.unit) == ["people"])
    }

    @Test func likeNamesAreToldApart() throws {
        let points = [try point("2023-11-03", 1)]
        let chart = Chart(
            series: [Series(key: key(), points: points), Series(key: key(unit: "household"), points: points)],
            title: "t")
        #expect(chart.lines.map(\.label) == ["OCHA", "OCHA"])
        #expect(chart.panels.map(\.unit) == ["people", "households"])
        let kinds = [key(), key(period: .stock)].map { Series(key: $0, points: points) }
        #expect(Chart(series: kinds).lines.map(\.label) == ["OCHA · running total", "OCHA · at the time"])
    }

    @Test func boundsAndDates() throws {
        let points = [
            try point("2023-10", 9000, low: 9000, qualifier: .atLeast),
            try point("2023-11-03", 300, high: 300, qualifier: .atMost),
            try point("2023-11-04", 20, low: 20, high: 30, qualifier: .range),
        ]
        let line = Chart(series: [Series(key: key(), points: points)], title: "t").lines[0]
        #expect(line.points.map(\.bound) == [.atLeast, .atMost, .none])
        #expect(line.points.map(\.date.description) == ["2023-10-31", "2023-11-03", "2023-11-04"])
        #expect(line.points[2].low == 20)
        #expect(line.points[2].high == 30)
    }

    @Test func whatIsNotSoIsNotJoined() throws {
        let points = [try point("2023-11-03", 1), try point("2023-11-04", 9)]
        let line = Chart(series: [Series(key: key(status: .projected), points: points)], title: "t").lines[0]
        #expect(line.label == "OCHA (projected)")
        #expect(line.style == .points)
    }

    @Test func theTitleIsWhatAllShare() throws {
        let points = [try point("2023-11-03", 1)]
        let series = [key(), key(source: "UNRWA")].map { Series(key: $0, points: points) }
        #expect(Chart(series: series).title == "Deaths in Gaza, running total")
        #expect(Chart(series: series + [Series(key: key(place: nil), points: points)]).title == "Deaths, running total")
        let children = [Series(key: key(population: ["children"], period: .stock), points: points)]
        #expect(Chart(series: children).title == "Deaths, children, in Gaza")
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let points = [try point("2023-11-03", 1)]
        let series = (1...5).map { Series(key: key(source: "source \($0)"), points: points) }
        let chart = Chart(series: series, mostLines: 3)
        #expect(chart.lines.count == 3)
        #expect(chart.footer == ["Sources: source 1, source 2, source 3", "2 more series not shown"])
    }

    @Test func eventsAreBarsUnlessADayHasTwo() throws {
        let apart = Series(key: key(period: .event), points: [try point("2023-11-03", 1), try point("2023-11-04", 1)])
        let together = Series(
            key: key(period: .event), points: [try point("2023-11-03", 1), try point("2023-11-03", 2)])
        #expect(Chart(series: [apart], title: "t").lines[0].style == .bars)
        #expect(Chart(series: [together], title: "t").lines[0].style == .stems)
    }

    @Test func stylesFollowWhatIsCounted() throws {
        let points = [try point("2023-11-03", 1), try point("2023-11-04", 2)]
        func style(_ key: SeriesKey) -> ChartLine.Style {
            Chart(series: [Series(key: key, points: points)]).lines[0].style
        }
        #expect(style(key()) == .steps)
        #expect(style(key(period: .stock)) == .steps)
        #expect(style(key(source: nil)) == .points)
        #expect(style(key(period: .event)) == .bars)
        #expect(style(key(status: .planned)) == .target)
        #expect(style(key(status: .denied)) == .points)
    }

    /// What was worked out says so, and may be negative.
    @Test func changesAreBarsThatSayThatTheyAreDerived() throws {
        let points = try [("2023-11-03", 9061.0), ("2023-11-04", 9000), ("2023-11-07", 9300), ("2023-11-08", 9400)].map
        {
            try point($0.0, $0.1, low: $0.1, high: $0.1)
        }
        let change = try #require(Series(key: key(), points: points).dailyChanges)
        let chart = Chart(series: [change])
        #expect(chart.title == "Deaths in Gaza, daily change")
        #expect(chart.panels[0].unit == "people, change on the day before, derived from the totals")
        #expect(chart.lines[0].style == .bars)
        #expect(chart.lines[0].points.map(\.value) == [-61, 100])
    }

    @Test func byPlaceColoursStandForPlaces() throws {
        let points = [try point("2023-11-03", 1)]
        let keys = [key(), key(source: "UNRWA"), key(place: "Rafah"), key(place: nil)]
        let chart = Chart(series: keys.map { Series(key: $0, points: points) }, by: .place)
        #expect(chart.lines.map(\.label) == ["Gaza · OCHA", "Gaza · UNRWA", "Rafah · OCHA", "no place · OCHA"])
        #expect(chart.lines.map(\.group) == ["Gaza", "Gaza", "Rafah", nil])
    }

    /// What publishers printed is not mixed, and what one did not print is not in its line.
    @Test func byPublisherALineForEach() throws {
        func printing(_ id: Int64, _ publisher: String) -> StoredFigure {
            let figure = Figure(
                doc: "a\(id)", field: .text, start: 0, end: 1, number: "1", quote: "1 died.", quoteStart: 0,
                measure: "deaths", term: "died", value: 1, low: 1, high: 1, qualifier: .exact, unit: "person",
                publisher: publisher)
            return StoredFigure(id: id, articleID: id, figure: figure)
        }
        var points = [try point("2023-11-03", 1), try point("2023-11-04", 2)]
        points[0].printings = [printing(1, "Harbour Wire"), printing(2, "Cedar & Coast")]
        points[1].printings = [printing(3, "Harbour Wire")]
        let chart = Chart(series: [Series(key: key(), points: points)], by: .publisher)
        #expect(chart.lines.map(\.label) == ["Cedar & Coast", "Harbour Wire"])
        #expect(chart.lines.map(\.points.count) == [1, 2])
        #expect(chart.lines.map { $0.points[0].origin } == ["figure 2", "figure 1"])
        #expect(chart.footer == ["Source: OCHA", "Printed by Cedar & Coast, Harbour Wire"])
    }

    @Test func aPanelForEachMeasure() throws {
        let points = [try point("2023-11-03", 1)]
        var injured = key()
        injured.measure = "injured"
        let chart = Chart(series: [key(), injured].map { Series(key: $0, points: points) })
        #expect(chart.title == "Deaths and injured in Gaza, running total")
        #expect(chart.panels.map(\.title) == ["Deaths", "Injured"])
    }
}

@Suite struct SilenceTests {
    private func runs(_ days: [String], among others: [[String]] = []) throws -> [Int] {
        func line(_ days: [String]) throws -> ChartLine {
            ChartLine(label: "a", points: try days.map { ChartPoint(date: try day($0), value: 1) })
        }
        let own = try line(days)
        return Silence(of: own, among: try [own] + others.map(line)).runs(own.points).map(\.count)
    }

    @Test func aGapStaysAGap() throws {
        #expect(try runs(["2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04", "2023-10-11"]) == [5])
        #expect(try runs(["2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04", "2023-10-12"]) == [4, 1])
        #expect(try runs(["2021-12-31", "2022-12-31", "2023-12-31"]) == [3])
        #expect(try runs(["2023-10-01"]) == [1])
    }

    /// Two points say nothing of how often their source speaks.
    @Test func twoPointsAmongOthers() throws {
        let two = ["2023-10-01", "2023-10-25"]
        #expect(try runs(two) == [2])
        #expect(try runs(two, among: [["2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04"]]) == [1, 1])
    }
}

@Suite struct ComparisonCharts {
    private func claim(_ source: String?, _ value: Double, _ publishers: [String]) throws -> Comparison.Claim {
        var one = try point("2023-11-03", value, low: value, high: value)
        one.printings = publishers.enumerated().map { index, publisher in
            let id = Int64(value) * 10 + Int64(index)
            let figure = Figure(
                doc: "a", field: .text, start: 0, end: 1, number: "1", quote: "1 died.", quoteStart: 0,
                measure: "deaths", term: "died", value: value, low: value, high: value, qualifier: .exact,
                unit: "person", reported: CalendarDate("2023-11-04"), publisher: publisher)
            return StoredFigure(id: id, articleID: id, figure: figure)
        }
        return Comparison.Claim(source: source, point: one)
    }

    @Test func aRowForEachArticleTheHighestFirst() throws {
        let comparison = Comparison(
            key: key(source: nil), date: try #require(PartialDate("2023-11-03")),
            claims: [
                try claim("OCHA", 9061, ["Harbour Wire", "Cedar & Coast"]), try claim(nil, 9500, ["Eastgate Daily"]),
            ],
            disagreement: nil)
        let chart = Chart(comparisons: [comparison]) { point, _ in "~\(Int(point.value))" }
        let rows = chart.panels[0].rows
        #expect(rows.map(\.label) == [nil, "OCHA", "OCHA"])
        #expect(rows.map(\.detail) == ["Eastgate Daily, 4 Nov", "Harbour Wire, 4 Nov", "Cedar & Coast, 4 Nov"])
        #expect(rows.map(\.text) == ["~9500", "~9061", "~9061"])
        #expect(chart.title == "Deaths in Gaza up to 3 November 2023")
        #expect(chart.footer == ["Source: OCHA", "Printed by Cedar & Coast, Eastgate Daily, Harbour Wire"])
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let claims = [try claim("OCHA", 1, ["A"]), try claim("UNRWA", 2, ["B"])]
        let all = try ["2023-11-01", "2023-11-02", "2023-11-03"].map { date in
            Comparison(key: key(source: nil), date: try #require(PartialDate(date)), claims: claims, disagreement: nil)
        }
        let chart = Chart(comparisons: all, mostRows: 4) { _, _ in "" }
        #expect(chart.panels.map(\.title) == ["1 November 2023", "2 November 2023"])
        #expect(chart.footer.last == "1 more comparisons not shown")
    }
}
