import Figures
public import TimeSeries

/// What a series is, in words.
public enum KeyText {
    /// `deaths, children · Gaza · Gaza Ministry of Health · total since 2023-10-07`
    public static func title(_ key: SeriesKey) -> String {
        ([subject(key)] + [key.place, source(key)].compactMap { $0 } + [period(key)]).joined(separator: " · ")
    }

    /// `deaths, children`, `displaced (households)`, `trucks, planned`
    static func subject(_ key: SeriesKey, withStatus: Bool = true) -> String {
        var text = ([key.measure] + key.population).joined(separator: ", ")
        if !isUsual(key.unit, for: key.measure) { text += " (\(key.unit))" }
        return key.status == .actual || !withStatus ? text : text + ", " + key.status.rawValue
    }

    /// Who vouches: the source's name, or that nobody is named.
    static func source(_ key: SeriesKey) -> String { source(key.source) }

    static func source(_ name: String?) -> String { name ?? "unattributed" }

    static func period(_ key: SeriesKey) -> String {
        let start = key.periodStart.map { " since \($0)" } ?? ""
        if key.derivation == .change { return "daily change, derived from the total" + start }
        return key.period.rawValue + start
    }

    static func isUsual(_ unit: String, for measure: String) -> Bool {
        unit == "person" || unit == "item" || measure.hasPrefix(unit)
    }
}
