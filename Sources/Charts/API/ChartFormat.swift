/// What a chart can be drawn as.
public enum ChartFormat: String, Sendable, CaseIterable {
    /// 1200 pixels wide, 675 high or more where a long legend needs room.
    case png
    case svg
    /// One page, 10 inches wide.
    case pdf
    /// A picture in the escape sequences that some terminals draw (https://vt100.net/docs/vt3xx-gp/chapter14.html).
    case sixel
    /// Text, for a terminal or a mail.
    case terminal
    /// A gnuplot script with its data inside.
    case script

    /// The format for the end of a file name: `png`, `svg`, `pdf`, `six`, `txt`, and `gp`, `gnuplot` or `plt` for a script.
    ///
    /// Nil for any other. Upper and lower case are alike.
    public init?(pathExtension: String) {
        switch pathExtension.lowercased() {
        case "png": self = .png
        case "svg": self = .svg
        case "pdf": self = .pdf
        case "six", "sixel": self = .sixel
        case "txt": self = .terminal
        case "gp", "gnuplot", "plt": self = .script
        default: return nil
        }
    }

    /// The format for `path`, by what stands after the last dot of its name; nil where that names no format.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."),
            let format = ChartFormat(pathExtension: String(name[name.index(after: dot)...]))
        else { return nil }
        self = format
    }
}
