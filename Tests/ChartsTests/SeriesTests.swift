import Charts
import Figures
import Testing
import TimeSeries

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
        #expect(chart.lines.map(\.label) == ["OCHA · Gaza · children, palestinian", "unattributed"])
        #expect(chart.yLabel == "deaths (person)")
    }

    @Test func likeNamesAreToldApart() throws {
        let points = [try point("2023-11-03", 1)]
        let chart = Chart(
            series: [Series(key: key(), points: points), Series(key: key(unit: "household"), points: points)],
            title: "t")
        #expect(
            chart.lines.map(\.label) == [
                "OCHA · deaths (person), total", "OCHA · deaths (household), total",
            ])
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
        #expect(Chart(series: series).title == "Deaths, Gaza, total")
        #expect(Chart(series: series + [Series(key: key(place: nil), points: points)]).title == "Deaths, total")
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let points = [try point("2023-11-03", 1)]
        let series = (1...5).map { Series(key: key(source: "source \($0)"), points: points) }
        let chart = Chart(series: series, mostLines: 3)
        #expect(chart.lines.count == 3)
        #expect(chart.footer == ["2 more series not shown"])
    }

    @Test func eventsAreBarsUnlessADayHasTwo() throws {
        let apart = Series(key: key(period: .event), points: [try point("2023-11-03", 1), try point("2023-11-04", 1)])
        let together = Series(
            key: key(period: .event), points: [try point("2023-11-03", 1), try point("2023-11-03", 2)])
        #expect(Chart(series: [apart], title: "t").lines[0].style == .bars)
        #expect(Chart(series: [together], title: "t").lines[0].style == .points)
    }
}
