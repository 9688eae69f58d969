import Figures
import Testing
import TimeSeries

@testable import Reports

@Suite struct DateTextTests {
    @Test(arguments: [("2023-11-03", "3 November 2023"), ("2023-11", "November 2023"), ("2023", "2023")])
    func long(_ date: String, _ text: String) throws {
        #expect(DateText.long(try #require(PartialDate(date))) == text)
    }

    @Test(arguments: [("2023-11-03", "Fri 3 Nov"), ("2024-02-29", "Thu 29 Feb"), ("2023-12-31", "Sun 31 Dec")])
    func short(_ day: String, _ text: String) throws {
        #expect(DateText.short(try #require(CalendarDate(day))) == text)
    }

    @Test(arguments: [
        ("2023-11-01", "2023-11-05", "1 to 5 November 2023"),
        ("2023-10-30", "2023-11-05", "30 October to 5 November 2023"),
        ("2024-12-30", "2025-01-05", "30 December 2024 to 5 January 2025"),
        ("2023-11-03", "2023-11-03", "3 November 2023"),
    ])
    func span(_ first: String, _ last: String, _ text: String) throws {
        #expect(DateText.span(try #require(CalendarDate(first)), try #require(CalendarDate(last))) == text)
    }

    @Test(arguments: [
        ("2023-10-30", "2023-11-05", "Week 44 of 2023: 30 October to 5 November 2023", 7),
        ("2020-12-28", "2021-01-03", "Week 53 of 2020: 28 December 2020 to 3 January 2021", 7),
        ("2023-10-31", "2023-11-06", "31 October to 6 November 2023", 7),
        ("2023-11-03", "2023-11-03", "3 November 2023", 1),
    ])
    func periods(_ first: String, _ last: String, _ title: String, _ days: Int) throws {
        let (first, last) = (try #require(CalendarDate(first)), try #require(CalendarDate(last)))
        let period = try #require(ReportPeriod(first: first, last: last))
        #expect(period.title == title)
        #expect(period.dayCount == days && period.days.count == days && period.days.last == last)
        #expect(period.contains(first) && period.contains(last))
        #expect(!period.contains(first.adding(days: -1)) && !period.contains(last.adding(days: 1)))
        if let week = period.week { #expect(ReportPeriod(week: week) == period) }
    }

    @Test func refusesDaysInTheWrongOrder() throws {
        let day = try #require(CalendarDate("2023-11-03"))
        #expect(ReportPeriod(first: day, last: day.adding(days: -1)) == nil)
    }
}
