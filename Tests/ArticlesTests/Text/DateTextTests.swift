import Figures
import Testing

@testable import Articles

@Suite struct DateTextTests {
    @Test(
        arguments: [
            ("2024-05-02", "2024-05-02"), ("2024-05-02T23:30:00-08:00", "2024-05-02"), ("20240502", "2024-05-02"),
            ("2024/5/2", "2024-05-02"), ("20240502101500", "2024-05-02"), ("20240502T101500Z", "2024-05-02"),
            ("Thu, 02 May 2024 08:15:00 GMT", "2024-05-02"),
            ("2 May 2024", "2024-05-02"), ("May 2, 2024", "2024-05-02"),
            ("Published: May 2nd, 2024 8:15 am", "2024-05-02"),
            ("Sept. 9, 2023", "2023-09-09"), ("2nd of May 2024", "2024-05-02"), ("2 de mayo de 2024", "2024-05-02"),
            ("2 mai 2024 à 08h15", "2024-05-02"), ("2. März 2024", "2024-03-02"), ("2 мая 2024", "2024-05-02"),
            ("٢ مايو", nil), ("2 مايو 2024", "2024-05-02"), ("02.05.2024", "2024-05-02"), ("13/05/2024", "2024-05-13"),
            ("05/13/2024", "2024-05-13"), ("04/04/2024", "2024-04-04"), ("1714637700", "2024-05-02"),
            ("1714637700000", "2024-05-02"),
            // Two readings, or none.
            ("02/05/2024", nil), ("May 2024", nil), ("May 2", nil), ("2024-13-02", nil), ("2023-02-29", nil),
            ("1970-01-01T00:00:00Z", nil), ("24 people, 2024", nil), ("12345678", nil), ("", nil), ("soon", nil),
            ("may 14 people be well", nil),
        ] as [(String, String?)])
    func readsADate(_ text: String, _ date: String?) {
        #expect(DateText.embedded.date(text)?.description == date)
    }

    @Test(
        arguments: [
            ("https://a.example/2024/05/02/flood", "2024-05-02"),
            ("https://a.example/news-2024-05-02.html", "2024-05-02"),
            ("https://a.example/20240502/flood", "2024-05-02"), ("https://a.example/world/flood-12345678", nil),
            ("https://a.example/02/05/2024/flood", nil), ("https://a.example/2024/05/flood", nil),
        ] as [(String, String?)])
    func readsADateInAnAddress(_ address: String, _ date: String?) {
        #expect(DateText.embedded.date(inAddress: address)?.description == date)
    }
}
