import ArgumentParser
import Foundation
import TimeSeries

/// When a change is made: now, or as told.
struct ClockOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When it was decided. (default: now)", valueName: "YYYY-MM-DDTHH:MM:SSZ"))
    var at: String?

    func validate() throws {
        if let at, (try? Date(at, strategy: .iso8601)) == nil {
            throw ValidationError("--at wants a time such as 2023-11-05T09:30:00Z.")
        }
    }

    var time: String { at ?? Date().formatted(.iso8601) }
}

/// Who changes a name, and why; both may be left out.
struct NamingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who changes it.", valueName: "name"))
    var by = ""

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var why = ""

    @OptionGroup var clock: ClockOptions

    var note: ChangeNote { ChangeNote(author: by, why: why, at: clock.time) }
}
