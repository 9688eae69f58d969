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
        var parts = Parts()
        parts.add(figure.measure)
        parts.add(populationKey)
        parts.add(place ?? "")
        parts.add(source ?? "")
        parts.add(figure.unit)
        parts.add(figure.period.rawValue)
        parts.add(figure.status.rawValue)
        let value = figure.value.description
        parts.add(value)
        // Mostly the bounds are the value.
        for bound in [figure.low, figure.high] {
            parts.add(bound.map { $0 == figure.value ? value : $0.description } ?? "")
        }
        parts.add(figure.qualifier.rawValue)
        if let date = figure.date {
            parts.add(date.description)
        } else if let reported = figure.reported {
            parts.add("reported \(reported)")
        } else {
            parts.add(sha256)
            parts.add(figure.field.rawValue)
            parts.add(String(figure.start))
        }
        hash = Int64(bitPattern: parts.hash)
    }

    private struct Parts {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ part: String) {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
    }
}
