import Articles

enum Targets {
    static let all: [any FuzzTarget] =
        [
            TextTarget(
                name: "extractor", about: "an article: its title, an empty line, its text", words: TextSeeds.words,
                makeSeeds: { TextSeeds.articles }, article: TextTarget.titled),
            TextTarget(
                name: "numerals", about: "numbers in words and digits, one a line", words: TextSeeds.numberWords,
                makeSeeds: { TextSeeds.numerals }, article: TextTarget.numbers),
            TextTarget(
                name: "dates", about: "days and times, one a line", words: TextSeeds.dateWords,
                makeSeeds: { TextSeeds.dates }, article: TextTarget.days),
            JobsTarget(),
        ] + readers + [StoreImportTarget(), StoreFileTarget()]

    private static let readers: [any FuzzTarget] = [
        ReaderTarget(
            name: "html", about: "a page", file: "a.html", format: .html, words: PageSeeds.words,
            makeSeeds: { PageSeeds.pages }),
        ReaderTarget(
            name: "feed", about: "RSS and Atom", file: "a.xml", format: .feed, words: FeedSeeds.words,
            makeSeeds: { FeedSeeds.feeds }),
        ReaderTarget(
            name: "text", about: "plain text with a header", file: "a.txt", format: .text, words: TextSeeds.headerWords,
            makeSeeds: { TextSeeds.files }),
        ReaderTarget(
            name: "encoding", about: "text of an unknown encoding and language", file: "a.txt", format: nil,
            words: EncodingSeeds.words, makeSeeds: { EncodingSeeds.texts }),
        ReaderTarget(
            name: "jsonl", about: "this program's own articles", file: "a.jsonl", format: .json,
            words: RecordSeeds.words, makeSeeds: { RecordSeeds.lines }),
        ReaderTarget(
            name: "json", about: "records of others, with --map", file: "a.json", format: .json,
            words: RecordSeeds.words, map: ["title": "headline", "text": "story.*.body"],
            makeSeeds: { RecordSeeds.records }),
        ReaderTarget(
            name: "markdown", about: "Markdown with front matter", file: "a.md", format: .markdown,
            words: DocumentSeeds.markdownWords, makeSeeds: { DocumentSeeds.markdown }),
        ReaderTarget(
            name: "mail", about: "a message with attachments", file: "a.eml", format: .email,
            words: MailSeeds.words, makeSeeds: { MailSeeds.messages }),
        ReaderTarget(
            name: "docx", about: "a Word document; what is no ZIP is taken for its body", file: "a.docx", format: nil,
            words: DocumentSeeds.wordWords, makeSeeds: { DocumentSeeds.word }, wrap: DocumentSeeds.wrapped),
        PDFLayoutTarget(),
        ReaderTarget(
            name: "pdf-file", about: "a PDF document, through pdftotext", file: "a.pdf", format: .pdf,
            words: DocumentSeeds.pdfWords, makeSeeds: { DocumentSeeds.pdf }),
        ReaderTarget(
            name: "archive", about: "tar and ZIP, and what bzip2, xz and zstd compressed", file: "a.zip", format: nil,
            words: PackedSeeds.words, makeSeeds: { PackedSeeds.archives }),
        ReaderTarget(
            name: "gzip", about: "compressed files", file: "a.gz", format: nil, words: PackedSeeds.words,
            makeSeeds: { PackedSeeds.compressed }),
        ReaderTarget(
            name: "warc", about: "crawls, WARC and ARC", file: "a.warc", format: nil, words: CrawlSeeds.words,
            makeSeeds: { CrawlSeeds.crawls }),
    ]

    static func named(_ name: String) -> (any FuzzTarget)? { (all + [SelfTest()]).first { $0.name == name } }
}
