import Figures
import TestSupport
import Testing
import TimeSeries

@Suite struct ISOWeekTests {
    /// The edges of years, after the table in https://en.wikipedia.org/wiki/ISO_week_date.
    @Test(arguments: [
        ("2023-11-03", "2023-W44"), ("2023-10-30", "2023-W44"), ("2023-11-05", "2023-W44"), ("2023-11-06", "2023-W45"),
        ("2022-01-01", "2021-W52"), ("2022-01-02", "2021-W52"), ("2022-01-03", "2022-W01"), ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2018-12-31", "2019-W01"), ("2019-12-30", "2020-W01"),
        ("2016-01-03", "2015-W53"), ("2010-01-03", "2009-W53"), ("2008-12-29", "2009-W01"), ("1977-01-02", "1976-W53"),
    ])
    func holdsTheDay(_ day: String, _ week: String) throws {
        let date = try #require(CalendarDate(day))
        #expect(ISOWeek(containing: date).description == week)
        #expect(ISOWeek(week) == ISOWeek(containing: date))
    }

    @Test(arguments: [
        ("2023-W44", "2023-10-30", "2023-11-05"), ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W01", "2021-01-04", "2021-01-10"), ("2020-W01", "2019-12-30", "2020-01-05"),
        ("2024-W09", "2024-02-26", "2024-03-03"),
    ])
    func runsFromMondayToSunday(_ text: String, _ monday: String, _ sunday: String) throws {
        let week = try #require(ISOWeek(text))
        #expect(week.monday.description == monday)
        #expect(week.sunday.description == sunday)
    }

    @Test(arguments: [("2023-W44", "2023-W43"), ("2021-W01", "2020-W53"), ("2023-W01", "2022-W52")])
    func knowsTheWeekBefore(_ week: String, _ before: String) { #expect(ISOWeek(week)?.previous == ISOWeek(before)) }

    @Test(arguments: [
        "", "2023", "2023-44", "2023W44", "2023-W4", "2023-W044", "2023-W00", "2023-W53", "2023-W54", "2021-W53",
        "23-W44", "2023-W44-1", "2023-X44", "0000-W01", "9999-W01", " 2023-W44", "2023-Wxx", "２０２３-W44",
        "2023-W+4", "+023-W44",
    ])
    func refusesWhatIsNoWeek(_ text: String) { #expect(ISOWeek(text) == nil) }

    @Test func writesFourDigitsOfTheYear() { #expect(ISOWeek("0339-W12")?.description == "0339-W12") }

    @Test func takesASmallW() { #expect(ISOWeek("2023-w44")?.description == "2023-W44") }

    @Test(arguments: [2004, 2009, 2015, 2020, 2026]) func knowsLongYears(_ year: Int) {
        #expect(ISOWeek("\(year)-W53") != nil)
        #expect(ISOWeek("\(year + 1)-W53") == nil)
    }

    @Test func eachDayIsInItsWeek() {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<1_000 {
            let day = CalendarDate(dayNumber: .random(in: -350_000...2_000_000, using: &generator))
            let week = ISOWeek(containing: day)
            #expect(week.monday <= day && day <= week.sunday)
            #expect(week.monday.weekday == 1 && week.sunday.weekday == 7)
            #expect(ISOWeek(week.description) == week)
            #expect(week.previous.sunday.adding(days: 1) == week.monday)
            #expect(week.previous < week)
        }
    }
}
