import ArgumentParser
import Figures
import TimeSeries

struct Ingest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read articles into the store, with their figures.",
        discussion: """
            Reads pages of the web, feeds, JSON (this program's articles, ReliefWeb, news-please and others), Markdown, \
            e-mail, PDF, plain text of any encoding (with a header of 'Key: value' lines, or ' date YYYY-MM-DD TITLE' as \
            the first line), crawls (WARC, ARC), archives and compressed files of these, folders, and addresses \
            (https://…). Reading an article again changes nothing. A run that is stopped goes on where it was when the \
            same command is given again; ^C ends it with what was done by then in the store, and exit status 130.
            """)

    @OptionGroup var input: InputOptions

    @Flag(help: "Also read the inputs that are done, and that have not changed since.")
    var anew = false

    @OptionGroup var jobs: JobOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            Interruption.listen()
            let log = try InputLog(report: input.reportErrors)
            let session = try IngestSession(store, data, jobs: jobs.count, log: log)
            let reader = "\(session.stamp.version) \(session.stamp.lexicon) \(input.fingerprint)"
            var pump = try ArticlePump(
                input, log: log, journal: InputJournal(session, reader: reader, readsAnew: anew))
            try session.run {
                try pump.run { try session.put($0) }
                try session.commit()
            }
            session.close()
            session.summarise()
            try log.finish()
        }
    }
}
