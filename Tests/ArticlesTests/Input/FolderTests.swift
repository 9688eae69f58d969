import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct FolderTests {
    @Test func readsInTheOrderOfTheBytes() throws {
        let folder = try TemporaryFolder()
        let names = ["B.txt", "a/c.txt", "a.txt", "a-b.txt", "é.txt", "z.jsonl", "10.txt", "9.txt", "a/B/d.TXT"]
        for name in names { try folder.write("{\"text\":\"Text.\"}", to: name) }
        let reading = Reading(of: folder)
        #expect(reading.paths == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(reading.problems.isEmpty)
    }

    @Test func takesArticlesOnly() throws {
        let folder = try TemporaryFolder()
        let articles = [
            "a.txt", "b.text", "c.jsonl", "d.ndjson", "e.json", "f.html", "f.md", "g.eml", "g.htm", "h.xml",
        ]
        let others = [
            "README.md", "readme.txt", "txt", "h.txt~", "i.txt.gz.part", ".j.txt", ".hidden/k.txt", "l/.m/n.txt",
            "o.db",
            "p.",
        ]
        for name in articles + others { try folder.write("{\"text\":\"Text.\"}", to: name) }
        #expect(Reading(of: folder).paths == articles)
    }

    @Test func goesOnAfterABadFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("One.", to: "a.txt")
        try folder.write(Data([0, 1]), to: "b.txt")
        try folder.write("", to: "c.txt")
        try folder.write("Two.", to: "d.txt")
        let reading = Reading(of: folder)
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
        #expect(reading.complaints == ["b.txt: binary data, not text", "c.txt: the file is empty"])
    }

    @Test(arguments: [[], ["a.png"], [".a.txt"]]) func wantsAnArticle(_ names: [String]) throws {
        let folder = try TemporaryFolder()
        for name in names { try folder.write("Text.", to: "in/" + name) }
        try FileManager.default.createDirectory(at: folder.file("in"), withIntermediateDirectories: true)
        let why = "in: no file with articles in this folder (.txt, .html, .jsonl …)"
        #expect(Reading("in", of: folder).complaints == [why])
    }

    @Test func followsLinksToFilesOnly() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("Text.", to: "in/a.txt")
        let files = FileManager.default
        try files.createSymbolicLink(at: folder.file("in/b.txt"), withDestinationURL: file)
        try files.createSymbolicLink(at: folder.file("in/c.txt"), withDestinationURL: folder.file("gone.txt"))
        try files.createSymbolicLink(at: folder.file("in/loop"), withDestinationURL: folder.file("in"))
        #expect(Reading("in", of: folder).paths == ["in/a.txt", "in/b.txt"])
    }

    @Test func takesASlashAtTheEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write("Text.", to: "in/a.txt")
        #expect(Reading("in/", of: folder).paths == ["in/a.txt"])
    }

    /// What the reader is handed can stop it.
    @Test func stopsWhereTheCallerThrows() throws {
        struct Enough: Error {}
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt"] { try folder.write("Text.", to: name) }
        var count = 0
        #expect(throws: Enough.self) {
            try ArticleReader().read(folder.path) { item in
                guard case .article = item else { return }
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }
}
