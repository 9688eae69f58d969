/// Gnuplot's terminals: what it draws on.
enum Terminal {
    /// Commands that open a picture. `noenhanced`: what an article writes is never taken for markup.
    static func commands(_ format: ChartFormat, output: String) -> String {
        let terminal =
            switch format {
            case .png: "pngcairo noenhanced size 1200,675 font 'Liberation Sans,13' linewidth 1.3"
            case .svg: "svg noenhanced size 1200,675 font 'Liberation Sans,16' linewidth 1.2 background rgb 'white'"
            case .pdf: "pdfcairo noenhanced size 24cm,13.5cm font 'Liberation Sans,10' linewidth 1.2"
            case .gp: "unknown"
            }
        return "reset\nset encoding utf8\nset terminal \(terminal)\nset output \(Quoted.text(output))\n"
    }

    static func dumb(columns: Int, rows: Int, inColor: Bool) -> String {
        "set encoding utf8\nset terminal dumb noenhanced \(inColor ? "ansi" : "mono") size \(columns),\(rows)\n"
    }
}

/// Text that gnuplot takes as it is.
enum Quoted {
    /// In single quotes, in which gnuplot knows no escape but the doubled quote: no back-quote, `@` or backslash of
    /// an article's text can reach its language. Control characters become spaces.
    static func text(_ text: String) -> String {
        var quoted = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" {
                quoted += "''"
            } else {
                quoted.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
            }
        }
        return quoted + "'"
    }
}

/// A table as gnuplot's data block.
enum DataBlock {
    static func text(_ columns: [[Double]], named name: String) -> String {
        let rows = columns[0].indices.map { row in
            columns.map { $0[row].isNaN ? "NaN" : $0[row].description }.joined(separator: " ")
        }
        return "\(name) << EOD\n" + rows.joined(separator: "\n") + "\nEOD\n"
    }
}
