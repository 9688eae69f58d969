import Figures
import Foundation
import TestSupport
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2023-11-03", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "1969-12-31"])
    func readsAndWrites(_ text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: ["2023-11-03T06:25:00Z", "2023-11-03 06:25", "2023-11-03x"])
    func passesOverWhatFollows(_ text: String) { #expect(CalendarDate(text)?.description == "2023-11-03") }

    @Test(arguments: [
        "", "2023", "2023-11", "2023-11-3", "2023-13-01", "2023-00-01", "2023-02-29", "1900-02-29", "2023-04-31",
        "2023-01-00", "0000-01-01", "2023/11/03", "03-11-2023", "２０２３-11-03", "-023-11-03", "abcd-ef-gh",
    ])
    func refusesWhatIsNoDay(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func numbersTheDays(_ text: String, _ number: Int) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.dayNumber == number && CalendarDate(dayNumber: number) == date)
    }

    @Test func countsOnAndBack() {
        var generator = SplitMix64(seed: 1)
        for _ in 0..<2_000 {
            let number = Int.random(in: -719_162...2_932_896, using: &generator)
            let date = CalendarDate(dayNumber: number)
            #expect(date.dayNumber == number)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            #expect(CalendarDate(date.description) == date)
        }
    }

    @Test func clampsToItsYears() {
        #expect(CalendarDate(dayNumber: .max).description == "9999-12-31")
        #expect(CalendarDate(dayNumber: .min).description == "0001-01-01")
    }

    @Test(arguments: [
        ("1970-01-01", 4), ("2024-03-14", 4), ("2024-03-11", 1), ("2024-03-17", 7), ("1969-12-28", 7),
        ("0001-01-01", 1),
    ])
    func tellsTheWeekday(_ text: String, _ weekday: Int) { #expect(CalendarDate(text)?.weekday == weekday) }

    @Test(arguments: [
        ("2023-11-03", -27, "2023-10-07"), ("2024-02-28", 1, "2024-02-29"), ("2023-12-31", 1, "2024-01-01"),
        ("2024-03-01", -1, "2024-02-29"), ("2024-03-14", 0, "2024-03-14"),
    ])
    func addsDays(_ from: String, _ days: Int, _ to: String) {
        #expect(CalendarDate(from)?.adding(days: days) == CalendarDate(to))
    }

    @Test(arguments: [(2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (2023, 4, 30), (2023, 12, 31)])
    func knowsTheLengthOfMonths(_ year: Int, _ month: Int, _ days: Int) {
        #expect(CalendarDate.days(inMonth: month, year: year) == days)
    }

    @Test func comparesByTime() throws {
        let days = ["2022-12-31", "2023-01-01", "2023-01-02", "2023-02-01", "2024-01-01"].compactMap {
            CalendarDate($0)
        }
        #expect(days.shuffled().sorted() == days)
    }

    @Test func codesAsText() throws {
        let date = try #require(CalendarDate("2023-11-03"))
        #expect(try JSONEncoder().encode([date]) == Data(#"["2023-11-03"]"#.utf8))
        #expect(try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2023-11-03"]"#.utf8)) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["yesterday"]"#.utf8))
        }
    }
}
