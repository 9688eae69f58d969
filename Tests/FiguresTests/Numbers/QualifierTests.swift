import TestSupport
import Testing

@testable import Figures

@Suite struct QualifierTests {
    private func check(_ marked: String, at location: SourceLocation = #_sourceLocation) throws {
        let found = markNumerals(try MarkedText(marked).text) { numeral, _ in
            "\(bounds(numeral.low, numeral.high)) \(numeral.qualifier.rawValue)"
        }
        #expect(found == marked, sourceLocation: location)
    }

    @Test(arguments: [
        "at least «24|24.. at_least» people", "more than «9,000|9000.. at_least» people",
        "over «300|300.. at_least» people", "no fewer than «40|40.. at_least» people",
        "no less than «40|40.. at_least» people", "well over «500|500.. at_least» people",
        "a minimum of «30|30.. at_least» people", "upwards of «60|60.. at_least» people",
        "«300|300.. at_least» or more people", "«300|300.. at_least»+ people",
        "at least some «300|300.. at_least» people", "At least «five|5.. at_least» people",
        "in excess of «2.3 million|2300000.. at_least» people", "at least «150-200|150.. at_least» people",
    ])
    func boundsBelow(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "up to «30|..30 at_most» people", "as many as «400|..400 at_most» people",
        "fewer than «20|..20 at_most» people", "less than «20|..20 at_most» people",
        "no more than «12|..12 at_most» people", "at most «12|..12 at_most» people",
        "«12|..12 at_most» or fewer people",
    ])
    func boundsAbove(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "about «24|24 about» people", "around «24|24 about» people", "some «240|240 about» people",
        "an estimated «250,000|250000 about» people", "nearly «3,000|3000 about» people",
        "almost «3,000|3000 about» people", "close to «3,000|3000 about» people",
        "roughly «3,000|3000 about» people", "approximately «3,000|3000 about» people",
        "approaching «2,000|2000 about» people", "«300|300 about» or so people",
    ])
    func approximates(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "«24|24 exact» people", "a total of «24|24 exact» people", "exactly «24|24 exact» people",
        "only «24|24 exact» people", "another «24|24 exact» people", "the «24|24 exact» people",
        "the cost was estimated by the bank at «18 billion|18000000000 exact»",
    ])
    func leavesExact(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "at least «40|40.. at_least» killed and «347|347 exact» injured",
        "about «40|40 about» killed and at least «347|347.. at_least» injured",
        "up to «40|..40 at_most» people, «9|9 exact» of them children",
    ])
    func reachesOnlyTheNumberThatItTouches(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "more than «dozens|24.. vague»", "at least «hundreds|200.. vague» of people",
        "«some hundreds|200.. vague» of people",
    ])
    func keepsVagueNumbersVague(_ marked: String) throws { try check(marked) }
}
