import ArgumentParser
import Articles

/// How the web is read.
struct WebOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long to wait for a server, in seconds.", valueName: "number"))
    var timeout = Int(FetchOptions().seconds)

    @Option(help: ArgumentHelp("How often to try again what failed for the moment.", valueName: "number"))
    var retries = FetchOptions().retries

    @Option(help: ArgumentHelp("The pause between two requests to one server, in seconds.", valueName: "number"))
    var delay = FetchOptions().delay

    @Option(help: ArgumentHelp("The largest answer of a server, in megabytes.", valueName: "number"))
    var maxDownload = FetchOptions().limit >> 20

    @Flag(help: "Also read this machine and its network, which a link could otherwise lead to.")
    var allowPrivate = false

    func validate() throws {
        guard (1...3600).contains(timeout) else { throw ValidationError("--timeout wants a number from 1 to 3600.") }
        guard (0...20).contains(retries) else { throw ValidationError("--retries wants a number from 0 to 20.") }
        guard (0...3600).contains(delay) else { throw ValidationError("--delay wants a number from 0 to 3600.") }
        guard (1...2048).contains(maxDownload) else {
            throw ValidationError("--max-download wants a number from 1 to 2048.")
        }
    }

    var options: FetchOptions {
        var options = FetchOptions()
        options.seconds = Double(timeout)
        options.retries = retries
        options.delay = delay
        options.limit = maxDownload << 20
        options.allowsPrivate = allowPrivate
        options.isCancelled = { Interruption.received != nil }
        return options
    }
}
