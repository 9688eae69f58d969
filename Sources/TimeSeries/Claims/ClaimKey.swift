import Figures

/// What two printings of one claim have in common: measure, population, place, source, unit, kind of period, status, day
/// and value with its bounds.
///
/// The key is a number that does not depend on rows, so that the same claim has the same key in every store. The start
/// of a count is no part of it: most articles leave it out. A figure without a day can be compared with none, so it is a
/// claim of its own.
struct ClaimKey {
    /// 64 bits of FNV-1a over the parts, each ended by a byte that no text has.
    let hash: Int64

    /// - Parameters:
    ///   - place: the key of the place that the figure's place goes by.
    ///   - source: the same of its source.
    ///   - sha256: of the article.
    init(_ figure: Figure, populationKey: String, place: String?, source: String?, sha256: String) {
        var parts = [
            figure.measure, populationKey, place ?? "", source ?? "", figure.unit, figure.period.rawValue,
            figure.status.rawValue, figure.value.description, figure.low?.description ?? "",
            figure.high?.description ?? "", figure.qualifier.rawValue,
        ]
        if let date = figure.date {
            parts.append(date.description)
        } else if let reported = figure.reported {
            parts.append("reported \(reported)")
        } else {
            parts += [sha256, figure.field.rawValue, String(figure.start)]
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        self.hash = Int64(bitPattern: hash)
    }
}
