public import Figures

/// Colours, fonts and rules of pictures, as gnuplot commands. `Data/plots/theme.gp` says what one must set.
public struct ChartTheme: Sendable, Hashable {
    public var script: String

    public init(script: String) {
        self.script = script
    }

    /// The table `plots/theme.gp`: the one in the program, or what stands in its place.
    public init(tables: DataTables) {
        script = String(decoding: tables.bytes("plots/theme.gp"), as: UTF8.self)
    }

    /// `Data/plots/theme.gp`, as it was when the program was built.
    public static let standard = ChartTheme(tables: DataTables())
}
