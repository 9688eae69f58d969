public import ArgumentParser
import Foundation
public import Reports

extension RowFormat: ExpressibleByArgument {}

/// How rows come out.
struct FormatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How rows come out.", valueName: "format"))
    var format: RowFormat = .table

    /// Tables are cut to the window; elsewhere nothing is.
    var width: Int? { Console.width }
}
