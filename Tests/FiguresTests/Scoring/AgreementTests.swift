import Foundation
import Testing

@testable import Figures

@Suite struct AgreementTests {
    static let folded: [(String, String)] = [
        ("Gaza", " gaza "), ("São Tomé", " sao tome "), ("U.N.", " u n "), ("  a--b ", " a b "), ("", " "),
        ("غزة", " "),
        ("Khan Younis, Gaza", " khan younis gaza "),
    ]

    @Test(arguments: folded) func folds(_ text: String, _ expected: String) {
        #expect(Agreement.fold(text) == expected)
    }

    static let names: [([String], [String], Bool)] = [
        ([], [], true), (["Gaza"], [], false), ([], ["Gaza"], false), (["Gaza"], ["gaza"], true),
        (["Gaza City"], ["Gaza"], true), (["Gaza"], ["the Gaza Strip"], true), (["Mali"], ["Somalia"], false),
        (["UN", "United Nations"], ["the United Nations"], true), (["Kyiv"], ["Lviv"], false), ([""], [], true),
    ]

    @Test(arguments: names) func comparesNames(_ gold: [String], _ found: [String], _ agree: Bool) {
        #expect(Agreement.names(gold, found) == agree)
    }

    static let dates: [([String], String?, Bool)] = [
        ([], nil, true), (["2024-03-14"], nil, false), ([], "2024-03-14", false), (["2024-03-14"], "2024-03-14", true),
        (["2024-03-14"], "2024-03-15", true), (["2024-03-14"], "2024-03-16", false), (["2024-03"], "2024-03-16", true),
        (["2024-03"], "2024-03", true), (["2024"], "2024-03", true), (["2024-03-14"], "2024-03", false),
        (["2023", "2024-03-14"], "2024-03-13", true),
    ]

    @Test(arguments: dates) func comparesDates(_ gold: [String], _ found: String?, _ agree: Bool) {
        #expect(Agreement.dates(gold, found.flatMap { PartialDate($0) }) == agree)
    }

    @Test func readsGoldWithOneAnswerOrMore() throws {
        let line =
            #"{"doc":"a","start":3,"end":5,"measure":"deaths","low":24,"place":["Gaza","Rafah"],"date":"2024-03-14"}"#
        let gold = try JSONDecoder().decode(GoldFigure.self, from: Data(line.utf8))
        #expect(gold.measure == ["deaths"] && gold.place == ["Gaza", "Rafah"] && gold.date == ["2024-03-14"])
        #expect(gold.low == 24 && gold.high == nil && gold.source == [] && !gold.isOptional && !gold.isNone)
    }

    @Test func readsGoldWithoutFigures() throws {
        let gold = try JSONDecoder().decode(GoldFigure.self, from: Data(#"{"doc":"a","none":true}"#.utf8))
        #expect(gold.isNone && gold.doc == "a")
    }
}
