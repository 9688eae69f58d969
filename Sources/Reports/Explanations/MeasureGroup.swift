/// Measures that share a colour where an article is shown with its figures marked.
enum MeasureGroup: String, CaseIterable {
    case harm, held, moved, aid, damage, other

    init(measure: String) {
        switch measure {
        case "deaths", "casualties", "injured", "missing", "cases": self = .harm
        case "detained", "released": self = .held
        case "displaced", "returned", "crossings": self = .moved
        case "trucks", "aid", "funding", "in_need", "assisted": self = .aid
        case "damaged", "attacks": self = .damage
        default: self = .other
        }
    }

    /// What a legend calls it.
    var title: String {
        switch self {
        case .harm: "people harmed"
        case .held: "people held or freed"
        case .moved: "people on the move"
        case .aid: "need and aid"
        case .damage: "attacks and damage"
        case .other: "other"
        }
    }

    /// The colour of a terminal, as a parameter of SGR (ECMA-48).
    var terminalColor: Int {
        switch self {
        case .harm: 31
        case .held: 35
        case .moved: 36
        case .aid: 32
        case .damage: 33
        case .other: 34
        }
    }
}
