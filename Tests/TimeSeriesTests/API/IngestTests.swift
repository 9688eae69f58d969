import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct IngestTests {
    private let first = Printing("a", .sample(9061), .sample(3760, of: ["children"]))
    private let second = Printing("b", by: "Eastgate Daily", .sample(9061))

    @Test func readsAnArticleOnce() throws {
        let store = try Store(path: ":memory:")
        #expect(try store.take([first, second]) == [.added(figures: 2), .added(figures: 1)])
        let before = try store.dump()
        #expect(try store.take([second, first]) == [.unchanged, .unchanged])
        #expect(try store.dump() == before)
    }

    @Test func asksForFiguresOfNewArticlesOnly() throws {
        let store = try Store.holding(first)
        var asked: [[String]] = []
        _ = try store.ingest([IncomingArticle(first.article), IncomingArticle(second.article)], by: .first) {
            articles in
            asked.append(articles.map(\.id))
            return articles.map { _ in [] }
        }
        _ = try store.ingest([IncomingArticle(first.article)], by: .first) { articles in
            asked.append(articles.map(\.id))
            return []
        }
        #expect(asked == [["b"]])
    }

    @Test func storesAnArticleOfTwoPathsOnce() throws {
        let store = try Store(path: ":memory:")
        var copy = first
        copy.article.id = "copy"
        copy.path = "elsewhere/copy.txt"
        #expect(try store.take([first, copy]) == [.added(figures: 2), .unchanged])
        #expect(try store.take([copy]) == [.unchanged])
        #expect(try store.articles().map(\.article.id) == ["a"])
        #expect(try store.figures().map(\.figure.doc) == ["a", "a"])
    }

    /// What makes an article another one, and what does not.
    @Test(arguments: [
        ("text", true), ("title", true), ("publisher", true), ("date", true), ("url", false), ("id", false),
        ("lang", false),
    ])
    func knowsAnArticleByItsContent(_ field: String, _ isOther: Bool) throws {
        var other = first
        switch field {
        case "text": other.article.text += "."
        case "title": other.article.title = nil
        case "publisher": other.article.publisher = "Eastgate Daily"
        case "date": other.article.date = other.article.date?.adding(days: 1)
        case "url": other.article.url = "https://harbourwire.example/a"
        case "id": other.article.id = "z"
        default: other.article.lang = "en"
        }
        let store = try Store.holding(first)
        #expect(try store.take([other]) == [isOther ? .added(figures: 2) : .unchanged])
    }

    /// The name of an article in all stores; it must never change.
    @Test func hashesTheContent() {
        let article = Article(id: "a", publisher: "P", date: CalendarDate("2023-11-03"), text: "Größe")
        // printf '1:P10:2023-11-03-7:Größe' | sha256sum
        #expect(article.sha256 == "a202c32edb222f52c8e277e4a39397fae166c15aa4e6fd91fe5517d8ccd858d7")
        // printf -- '---0:' | sha256sum
        #expect(Article(id: "b", text: "").sha256 == "f90698dc9d064fe5bf7af6318e516bd7344928397977709d770886f75eaa8c2f")
    }

    @Test(arguments: [ExtractorStamp(version: "2", lexicon: "a"), ExtractorStamp(version: "1", lexicon: "b")])
    func readsAnewByAnotherExtractor(_ stamp: ExtractorStamp) throws {
        let store = try Store.holding(first, second)
        let ids = try store.articles().map(\.id)
        try store.review(first, verdict: "reject")
        var better = first
        better.figures.removeLast()
        #expect(try store.take([better], by: stamp) == [.reread(figures: 1)])
        #expect(try store.articles().map(\.id) == ids)
        #expect(try store.figures().map(\.figure.value) == [9061, 9061])
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM review") } == 1)
        #expect(try store.take([better], by: stamp) == [.unchanged])
        #expect(try store.take([second], by: stamp) == [.reread(figures: 1)])
        #expect(try store.integrityProblems().isEmpty)
    }

    @Test func tellsOfItsRuns() throws {
        let store = try Store.holding(first)
        try store.take([first, second])
        try store.take([first])
        let runs = try store.read { db in
            try GRDB.Row.fetchAll(db, sql: "SELECT extractor, lexicon, articles, figures FROM run")
        }
        #expect(
            runs.map { ["\($0[0] as String)", "\($0[2] as Int)", "\($0[3] as Int)"] } == [
                ["1", "1", "2"], ["1", "1", "1"],
            ])
    }

    @Test func storesAllOrNothing() throws {
        let store = try Store.holding(first)
        var bad = second
        bad.figures[0].confidence = 2
        let before = try store.dump()
        #expect(throws: StoreError.self) { try store.take([Printing("c", .sample(5)), bad]) }
        #expect(try store.dump() == before)
    }

    // MARK: - Runs of many batches

    @Test func writesManyBatchesAsOneRun() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.db").path)
        let run = IngestRun(store, by: .first)
        // Prepared before either is written: a reader sees neither, and the second is left alone.
        let batches = try [[first], [second, first]].map { try store.prepare($0) }
        #expect(try run.write(batches[0]) == [.added(figures: 2)])
        #expect(try store.articleCount() == 0)
        #expect(try run.write(batches[1]) == [.added(figures: 1), .unchanged])
        try run.commit()
        #expect(try store.articleCount() == 2)
        #expect(
            try store.read { try GRDB.Row.fetchAll($0, sql: "SELECT articles, figures FROM run") }
                .map { [$0[0] as Int, $0[1]] } == [[2, 3]])
    }

    @Test func saysOfInputsWhatItSaysOfTheirArticles() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.db").path)
        let input = InputState(path: "/a.jsonl", reader: "r", size: 1, modified: 1)
        do {
            let run = IngestRun(store, by: .first)
            try run.write(
                store.prepare([first]), inputs: [input], downloads: [("https://a.example", Download(etag: "e"))])
            #expect(try store.inputState(path: "/a.jsonl") == nil)
        }
        // The run was given up.
        #expect(try store.articleCount() == 0 && store.inputState(path: "/a.jsonl") == nil)
        let run = IngestRun(store, by: .first)
        try run.write(store.prepare([first]), inputs: [input], downloads: [("https://a.example", Download(etag: "e"))])
        try run.commit()
        #expect(try store.articleCount() == 1 && store.inputState(path: "/a.jsonl") == input)
        #expect(try store.download("https://a.example") == Download(etag: "e"))
    }

    /// Others can write while a run waits for its input.
    @Test func commitsWhatIsIdle() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.db").path)
        let run = IngestRun(store, by: .first)
        try run.write(store.prepare([first]))
        for _ in 0..<100 where try store.articleCount() == 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try store.articleCount() == 1)
        try run.write(store.prepare([second]))
        try run.commit()
        #expect(try store.articleCount() == 2)
    }

    @Test func goesOnAfterABatchThatFailed() throws {
        let store = try Store(path: ":memory:")
        var bad = second
        bad.figures[0].confidence = 2
        let batches = try [[first], [bad], [second]].map { try store.prepare($0) }
        let run = IngestRun(store, by: .first)
        try run.write(batches[0])
        try run.commit()
        #expect(throws: StoreError.self) { try run.write(batches[1]) }
        try run.write(batches[2])
        try run.commit()
        #expect(try store.articleCount() == 2 && store.integrityProblems().isEmpty)
    }

    /// Whoever writes: the index over the words is kept by the schema.
    @Test func keepsTheWordsInStep() throws {
        let store = try Store.holding(first, second)
        func found(_ words: String) throws -> [Int] {
            try store.read {
                try Int.fetchAll(
                    $0, sql: "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY 1", arguments: [words])
            }
        }
        #expect(try found("deaths") == [1, 2] && found("title:b") == [2] && found("3760") == [1])
        try store.write {
            try $0.execute(
                sql: """
                    INSERT INTO article (id, sha256, doc, title, text, run)
                    VALUES (3, ?, 'c', 'Written by another', 'deaths', 1)
                    """, arguments: [String(repeating: "0", count: 64)])
        }
        #expect(try found("deaths") == [1, 2, 3] && found("another") == [3])
        try store.write {
            try $0.execute(sql: "DELETE FROM article WHERE id = 3")
            try $0.execute(sql: "UPDATE article SET text = 'Nothing of this.' WHERE id = 1")
            try $0.execute(sql: "DELETE FROM article WHERE id = 2")
        }
        #expect(try found("deaths").isEmpty && found("nothing") == [1])
        try store.write {
            try $0.execute(sql: "INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test func keepsTheSourcesAndTheirWords() throws {
        var other = SourceReference.ministry
        other.text = "health officials in Gaza"
        let store = try Store.holding(Printing("a", .sample(1), .sample(2, by: other), .sample(3, by: .medics)))
        let sources = try store.sources()
        #expect(sources.map(\.name) == ["Gaza Ministry of Health", "medics"])
        #expect(sources[0].aliases == ["health officials in Gaza", "the Gaza Health Ministry"])
        #expect(sources[1].aliases.isEmpty && sources[1].key == nil)
    }

    @Test func keepsThePlacesThatHoldAPlace() throws {
        let store = try Store.holding(
            Printing("a", .sample(1, place: .rafah), .sample(2, place: PlaceReference(name: "the old mill"))))
        let places = try store.places().map { "\($0.name) in \($0.parent ?? "-"): \($0.figureCount)" }
        #expect(places == ["Palestine in -: 0", "Gaza in Palestine: 0", "Rafah in Gaza: 1", "the old mill in -: 1"])
    }
}

extension Store {
    /// Everything in the store, row by row.
    fileprivate func dump() throws -> [String] {
        try read { db in
            try ["run", "article", "figure", "source", "alias", "place", "review"].flatMap { table in
                try GRDB.Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }
            }
        }
    }

    fileprivate func review(_ printing: Printing, verdict: String) throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO review (sha256, field, start, measure, verdict, reviewer, why)
                    VALUES (?, 'text', 0, 'deaths', ?, 'ada', 'a test')
                    """, arguments: [printing.article.sha256, verdict])
        }
    }
}
