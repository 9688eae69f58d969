import ArgumentParser
import Articles
import Figures
import Foundation
import TimeSeries

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Read what is new of feeds and pages of the web into the store.",
        discussion: """
            A list names one address a line, and behind it the publisher, if the pages do not; lines that begin with # \
            are passed over:

              https://example.org/rss      Harbour Wire
              https://example.org/situation

            Of a feed, the pages that its entries lead to are read, each once. Of a page, what has changed. robots.txt \
            is kept. One pass, or with --every one after the other until ^C.
            """)

    @Argument(help: ArgumentHelp("Lists of addresses, or addresses; - is standard input.", valueName: "list"))
    var lists: [String]

    @Option(help: ArgumentHelp("Go on, with a pass each time this has gone by: 90s, 30m, 6h.", valueName: "time"))
    var every: Pause?

    @Flag(help: "Read the entries of feeds as the feeds have them, not the pages that they lead to.")
    var noFollow = false

    @OptionGroup var web: WebOptions
    @OptionGroup var jobs: JobOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("Also write what could not be read here, as JSON Lines.", valueName: "file"))
    var reportErrors: String?

    func run() throws {
        try reporting {
            Interruption.listen()
            let log = try InputLog(report: reportErrors)
            let session = try IngestSession(store, data, jobs: jobs.count, log: log)
            let addresses = try WatchList.addresses(lists)
            let watcher = Watcher(session, fetcher: Fetcher(web.options), follows: !noFollow)
            repeat {
                try session.run { try watcher.pass(over: addresses) }
                session.summarise()
            } while try wait()
            session.close()
            try log.finish()
        }
    }

    /// Waits for the next pass; false where there is none.
    private func wait() throws -> Bool {
        guard let every, Interruption.received == nil else { return false }
        let next = Date(timeIntervalSinceNow: every.seconds)
        while next.timeIntervalSinceNow > 0, Interruption.received == nil {
            Thread.sleep(forTimeInterval: min(0.2, max(0, next.timeIntervalSinceNow)))
        }
        return Interruption.received == nil
    }
}

/// A time as people write it: `90s`, `30m`, `6h`, `1d`; a bare number is seconds.
struct Pause: ExpressibleByArgument {
    let seconds: Double

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        let unit = argument.last.flatMap { units[$0] }
        guard let number = Double(unit == nil ? argument : String(argument.dropLast())), number >= 1, number.isFinite
        else { return nil }
        seconds = number * (unit ?? 1)
    }
}
