import ArgumentParser
import Figures
import Reports
import TimeSeries

/// A question to the store: which store, which figures, by which tables.
struct QueryOptions: ParsableArguments {
    @OptionGroup var filters: FilterOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// Opens the store that is there and reads the filters.
    ///
    /// - Parameter measures: names given as arguments, beside those of `--measure`.
    /// - Throws: `StoreError`, `Failure.nothingDone`, `ValidationError`.
    func open(measures: [String] = []) throws -> (store: Store, filter: FigureFilter) {
        let lexicon = try data.lexicon()
        // A wrong command line is told before a missing store.
        let filter = try filters.filter(lexicon, measures: measures)
        return (try store.existing(lexicon), filter)
    }

    /// Writes the figures that pass, one by one, to the file `path`, or to standard output where it is nil.
    func writeFigures(_ format: RowFormat, width: Int? = nil, to path: String? = nil) throws {
        let (store, filter) = try open()
        try Output.write(to: path) { output in
            var rows = FigureRows(format: format, width: width, lexicon: try data.lexicon()) { output.write($0) }
            try store.forEachFigure(filter) { rows.add($0) }
            rows.finish()
        }
    }
}
