import Figures
import Foundation
import Testing

@Suite struct PartialDateTests {
    @Test(arguments: [
        ("2023-11-03", DatePrecision.day, "2023-11-03", "2023-11-03"), ("2023-11", .month, "2023-11-01", "2023-11-30"),
        ("2024-02", .month, "2024-02-01", "2024-02-29"), ("2010", .year, "2010-01-01", "2010-12-31"),
    ])
    func spansItsDays(_ text: String, _ precision: DatePrecision, _ first: String, _ last: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.precision == precision && date.description == text)
        #expect(date.first == CalendarDate(first) && date.last == CalendarDate(last))
    }

    @Test(arguments: ["", "20", "2023-1", "2023-13", "2023-11-31", "2023-11-03T00:00:00Z", "abcd", "2023/11"])
    func refusesAnythingElse(_ text: String) { #expect(PartialDate(text) == nil) }

    @Test func takesTheLastDay() throws {
        let date = try #require(CalendarDate("2024-02-10"))
        #expect(PartialDate(date).last == date)
        #expect(PartialDate(date, precision: .month) == PartialDate("2024-02"))
        #expect(PartialDate(date, precision: .year) == PartialDate("2024"))
    }

    @Test(arguments: ["2023-11-03", "2023-11", "2023"]) func codesAsText(_ text: String) throws {
        let date = try #require(PartialDate(text))
        let data = try JSONEncoder().encode([date])
        #expect(data == Data("[\"\(text)\"]".utf8))
        #expect(try JSONDecoder().decode([PartialDate].self, from: data) == [date])
    }

    @Test func refusesOtherText() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PartialDate].self, from: Data(#"["Monday"]"#.utf8))
        }
    }
}
