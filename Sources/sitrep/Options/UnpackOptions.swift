import ArgumentParser
import Articles

/// How far archives and compressed files are unpacked.
struct UnpackOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many times its size a packed file may unpack to.", valueName: "number"))
    var maxRatio = UnpackLimits.standard.ratio

    @Option(help: ArgumentHelp("What one packed file may unpack to, in megabytes.", valueName: "number"))
    var maxUnpacked = UnpackLimits.standard.bytes >> 20

    @Option(help: ArgumentHelp("How deep archives may lie in each other.", valueName: "number"))
    var maxDepth = UnpackLimits.standard.depth

    func validate() throws {
        guard maxRatio > 0 else { throw ValidationError("--max-ratio wants a number from 1.") }
        guard (1...(Int.max >> 20)).contains(maxUnpacked) else {
            throw ValidationError("--max-unpacked wants a number from 1.")
        }
        guard (0...20).contains(maxDepth) else { throw ValidationError("--max-depth wants a number from 0 to 20.") }
    }

    var limits: UnpackLimits { UnpackLimits(ratio: maxRatio, bytes: maxUnpacked << 20, depth: maxDepth) }
}
