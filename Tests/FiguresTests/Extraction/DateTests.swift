import Figures
import Testing

/// The articles of these tests appear on Thursday, 14 March 2024.
@Suite struct DateTests {
    @Test(arguments: [
        "«12|deaths; date 2024-03-12» people were killed on Tuesday.",
        "«12|deaths; date 2024-03-14» people were killed on Thursday.",
        "«12|deaths; date 2024-03-08» people were killed on Friday.",
        "«12|deaths; date 2024-03-13» people died yesterday.",
        "«12|deaths; date 2024-03-14» people died today.",
        "«12|deaths; date 2024-03-11» people were killed three days ago.",
        "«12|deaths; date 2024-02» people were killed last month.",
        "«12|deaths; date 2023» people were killed last year.",
    ])
    func resolvesRelativeDays(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«12|deaths; date 2024-03-09» people were killed on March 9.",
        "«12|deaths; date 2024-03-09» people were killed on 9 March.",
        "«12|deaths; date 2023-03-09» people were killed on 9 March 2023.",
        "«12|deaths; date 2023-03-09» people were killed on March 9, 2023.",
        "«12|deaths; date 2023-12-30» people were killed on Dec. 30.",
        "In January 2023, «60|deaths; date 2023-01» people died in the floods.",
        "The 2010 quake killed «220,000|deaths; date 2010» people.",
        "«12|deaths; date 2024-02-29» people were killed on 2024-02-29.",
    ])
    func resolvesTheCalendar(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«9,000|deaths; date 2024-03-14» people have been killed since Oct. 7.",
        "«9,000|deaths; date 2024-03-14; start 2023-10-07» people have been killed since the war began on October 7, 2023.",
        "«300|crossings; date 2024-03-14» people crossed the border over the past two days.",
        "As of Monday, «400|deaths; date 2024-03-11» people had died.",
        "«12|deaths; date 2024-03-14» people died.",
    ])
    func takesTheLastDayThatIsSpokenOf(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«12|deaths; date 2024-03-11» people were killed on Monday, police said on Wednesday.",
        "On Monday, «12|deaths; date 2024-03-11» people were killed in the city.",
    ])
    func takesTheEventsDayNotTheSpeechs(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«12|deaths; date none» people were killed on Tuesday.", "«12|deaths; date none» people died yesterday.",
        "«12|deaths; date 2023-03-09» people were killed on 9 March 2023.",
    ])
    func guessesNothingWithoutTheArticlesDay(_ marked: String) throws { try expectFigures(marked, on: nil) }

    @Test func crossesTheYear() throws {
        let newYear = CalendarDate("2024-01-01")
        try expectFigures("«12|deaths; date 2023-12-31» people died yesterday.", on: newYear)
        try expectFigures("«12|deaths; date 2023-12-29» people died on Friday.", on: newYear)
        try expectFigures("«12|deaths; date 2023-12-28» people died on Dec. 28.", on: newYear)
    }
}
