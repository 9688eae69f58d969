import Figures
import Testing
import TimeSeries

@testable import Reports

@Suite struct KeyTextTests {
    @Test(arguments: [
        (
            SeriesKey(measure: "deaths", place: "Gaza", source: "OCHA", unit: "person", period: .total),
            "deaths · Gaza · OCHA · total"
        ),
        (
            SeriesKey(
                measure: "deaths", population: ["children", "women"], place: nil, source: nil, unit: "person",
                period: .total, periodStart: CalendarDate("2023-10-07")),
            "deaths, children, women · unattributed · total since 2023-10-07"
        ),
        (
            SeriesKey(
                measure: "trucks", place: "Rafah", source: "OCHA", unit: "truck", period: .event, status: .planned),
            "trucks, planned · Rafah · OCHA · event"
        ),
        (
            SeriesKey(measure: "displaced", place: "Gaza", source: nil, unit: "household", period: .stock),
            "displaced (household) · Gaza · unattributed · stock"
        ),
    ])
    func title(_ key: SeriesKey, _ title: String) { #expect(KeyText.title(key) == title) }

    /// Names of files: two series of one report must not write to one picture.
    @Test func slugs() {
        let people = SeriesKey(measure: "displaced", place: "Gaza", source: nil, unit: "person", period: .total)
        var families = people
        families.unit = "household"
        #expect(people.slug == "displaced-gaza")
        #expect(families.slug == "displaced-household-gaza")
    }

    @Test(arguments: [("Gaza City", "deaths-gaza-city"), ("../a b", "deaths-a-b"), ("Łódź", "deaths-d")])
    func slugsHoldLettersDigitsAndHyphens(_ place: String, _ slug: String) {
        let key = SeriesKey(measure: "deaths", place: place, source: nil, unit: "person", period: .total)
        #expect(key.slug == slug)
    }
}
