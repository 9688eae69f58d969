import EmbeddedData

/// Colours, fonts and rules of pictures, as gnuplot commands. `Data/plots/theme.gp` says what one must set.
public struct ChartTheme: Sendable, Hashable {
    public var script: String

    public init(script: String) {
        self.script = script
    }

    /// `Data/plots/theme.gp`, as it was when the program was built.
    public static let standard = ChartTheme(script: embedded("plots/theme.gp"))
}

private func embedded(_ name: String) -> String {
    var size = 0
    guard let bytes = sitrep_data(name, &size) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
}
