import Testing

@testable import Reports

@Suite struct NumberTextTests {
    @Test(
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (9061, "9,061"), (1_234_567, "1,234,567"),
            (-9061, "−9,061"), (1.5, "1.5"), (1234.25, "1,234.25"), (1.1, "1.1"), (0.333, "0.33"), (-0.5, "−0.5"),
            (1e14, "100,000,000,000,000"), (1e16, "1e+16"), (.infinity, "inf"), (1.999, "2"),
            (1234.996, "1,235"), (999.999, "1,000"), (-0.001, "0"),
        ] as [(Double, String)])
    func groups(_ number: Double, _ text: String) { #expect(NumberText.grouped(number) == text) }

    @Test(arguments: [(9061, "9061"), (1.5, "1.5"), (-3, "-3"), (0.1, "0.1"), (1e16, "1e+16")] as [(Double, String)])
    func plain(_ number: Double, _ text: String) { #expect(NumberText.plain(number) == text) }

    @Test(arguments: [(120, "+120"), (-3, "−3"), (0, "±0"), (1500, "+1,500"), (0.5, "+0.5")] as [(Double, String)])
    func signs(_ number: Double, _ text: String) { #expect(NumberText.signed(number) == text) }

    @Test(
        arguments: [
            (0.12, "12%"), (0.123, "12%"), (0.0512, "5.1%"), (0.0999, "10%"), (1.5, "150%"), (12, "1,200%"), (0, "0%"),
            (.infinity, ""),
        ] as [(Double, String)])
    func percent(_ share: Double, _ text: String) { #expect(NumberText.percent(share) == text) }
}
