/// The templates of the features that the scorers weigh. An axis is the list of its values' names.
enum Template: Int, NamedCase {
    // Which measure does a number belong to?
    case measure, roleVoiceSide, roleSideDistance, sideNumerals, sideTriggers, sideSeparator, headMeasure, headRole
    case nounMeasure, pattern, formMeasure, beforeNumber, afterPhrase, nearest, further, carry, magnitude
    case headUnknownRole, currency, carryCallback, linkedCarry, moneyContext, moneyTrigger, none, noneHead, noneForm,
        noneTriggers,
        noneBefore,
        noneAfter, status
    case agreeHead, qualifierMeasure, unitRole, rivalInside, insideHead, noneInside, topicMeasure, topicNone
    case theme, ambient, ambiguity, countable, patternMeasure, patternHead, measureDistance, roleSeparator
    case noneHeadBefore, noneHeadAfter
    // Who vouches for it?
    case sourceNone, sourceNoneRest, sourcePattern, sourceDistance, sourceSentences, sourceBetween, sourceNearest
    case sourceKind, sourceQuote, sourceRelative, sourceRelativeSide, sourceClosing, sourcePrevious, sourceContinue,
        sourceMeasure, sourceVerb, sourceFollow, sourceIntroduces
    // Where is it?
    case placeNone, placeSentences, placePreposition, placeDistance, placeKind, placeOrganisation, placeHeading
    case placeShare, placePrevious, placeNearest, placeDetail, placeSeparator, placeSource, placeActor, placeTie
    case placeSetting, placePeople, placeMeasure, placeMeasureActor, placeBetween, placeTrigger
    case placeGiven, placeEcho, placeAspect, placeAspectActor
    // What day does it speak of?
    case dateReported, dateForm, dateRole, dateDistance, dateSentences, dateSeparator, dateNearest, datePrevious
    case dateMeasure, datePrecision, datePeriod, dateTwin, dateGiven
    // What stretch of time does it count?
    case period, periodMeasure, periodRole, periodSince, periodTense, periodTime, periodWord, periodNumeral,
        periodFurther, periodPrevious, periodTwin, periodBefore, periodPattern, periodAspect

    private static let measures = [
        "deaths", "casualties", "injured", "missing", "detained", "released", "displaced", "returned", "crossings",
        "trucks", "aid", "funding", "in_need", "assisted", "damaged", "attacks", "cases",
    ]
    private static let roles = TriggerRole.allCases.map { "\($0)" } + ["head", "carry", "theme"]
    private static let voices = Voice.allCases.map { "\($0)" }
    private static let sides = Side.allCases.map { "\($0)" }
    private static let distances = ["0", "1", "2", "3", "4-5", "6-8", "9-14", "15+"]
    private static let counts = ["0", "1", "2+"]
    private static let separators = Separator.allCases.map { "\($0)" }
    private static let heads = NounClass.allCases.map { "\($0)" } + ["bare", "unknown", "demonym"]
    private static let forms = Numeral.Form.allCases.map { "\($0)" }
    private static let contexts = Context.allCases.map { "\($0)" }
    private static let flags = ["no", "yes"]
    private static let patterns = LinkPattern.allCases.map { "\($0)" }
    private static let insides = InsideKind.allCases.map { "\($0)" }
    private static let topics = Topic.allCases.map { "\($0)" }
    /// How much of the other sentences is about a measure, in percent.
    private static let shares = ["alone", "none", "<10", "<25", "<50", "50+"]
    private static let magnitudes = ["1", "2-9", "10-99", "100-999", "1000+", "1e5+", "1e6+"]

    private static let attributions = ["none", "one", "more"]
    private static let patternsOfSource = Attribution.Pattern.allCases.map { "\($0)" }
    /// Where the attribution stands, seen from the number.
    private static let places = ["before", "after", "earlier", "later", "around"]
    private static let verbForms = ["base", "third", "past", "participle", "gerund"]
    private static let verbs = ReportingVerb.allCases.map { "\($0)" }
    /// As the cases are called; the run-time would take half a millisecond to find that out.
    private static let kinds = SourceKind.allCases.map { $0 == .armedGroup ? "armedGroup" : $0.rawValue }
    private static let quotes = ["outside", "inside"]
    private static let openings = ["other", "pronoun", "also", "quote", "number", "including"]
    private static let prepositions = PlacePreposition.allCases.map { "\($0)" }
    private static let kinships = PlaceKinship.allCases.map { "\($0)" }
    private static let placeKinds = [
        "unknown", "country", "region", "division", "city", "town", "district", "camp", "crossing", "sea", "island",
        "territory", "base", "demonym",
    ]
    /// How many sentences lie between.
    private static let gaps = ["0", "before1", "before2", "before3+", "after1", "after2+"]
    /// How large a part of the figures so far was given an answer.
    private static let given = Tally<Int>.Share.allCases.map { "\($0)" }
    private static let aspects = Aspect.allCases.map { "\($0)" }
    private static let timeForms = TimeExpression.Form.allCases.map { "\($0)" } + ["reported"]
    private static let timeRoles = TimeExpression.Role.allCases.map { "\($0)" } + ["reported"]
    private static let tenses = Tense.allCases.map { "\($0)" }
    private static let periods = ["event", "total", "stock"]

    var axes: [[String]] {
        switch self {
        case .measure: [Self.measures]
        case .roleVoiceSide: [Self.roles, Self.voices, Self.sides]
        case .roleSideDistance: [Self.roles, Self.sides, Self.distances]
        case .sideNumerals: [Self.roles, Self.sides, Self.counts]
        case .sideTriggers: [Self.roles, Self.sides, Self.counts]
        case .sideSeparator: [Self.sides, Self.separators]
        case .headMeasure: [Self.heads, Self.measures]
        case .headRole: [Self.heads, Self.roles]
        case .nounMeasure: [Self.measures]
        case .pattern: [Self.patterns]
        case .formMeasure: [Self.forms, Self.measures]
        case .beforeNumber: [Self.contexts, Self.roles, Self.sides]
        case .afterPhrase: [Self.contexts, Self.roles, Self.sides]
        case .nearest: [Self.roles, Self.sides, Self.flags]
        case .further: [Self.flags, Self.roles]
        case .linkedCarry: [["none", "same", "kin", "other"], ["bare", "unknown", "headed"]]
        case .moneyTrigger: [Self.sides, Self.distances]
        case .moneyContext: [Self.flags, Self.flags, Self.topics]
        case .carryCallback: [Callback.allCases.map { "\($0)" }, ["sentence", "before", "earlier"], Self.flags]
        case .carry:
            [["sentence", "before", "earlier"], ["bare", "unknown", "people", "thing", "partitive", "further"]]
        case .magnitude: [Self.magnitudes, Self.measures]
        case .headUnknownRole: [Self.flags, Self.roles, Self.sides]
        case .currency: [Self.flags, Self.measures]
        case .none: [["yes"]]
        case .noneHead: [Self.heads]
        case .noneForm: [Self.forms]
        case .noneTriggers: [Self.counts]
        case .noneBefore: [Self.contexts]
        case .noneAfter: [Self.contexts]
        case .status: [Self.flags, Self.measures]
        case .agreeHead: [["none", "same", "other"], Self.roles]
        case .qualifierMeasure: [["exact", "about", "range", "vague", "at_least", "at_most"], ["figure", "none"]]
        case .unitRole: [Self.flags, Self.roles]
        case .topicMeasure: [Self.topics, Self.measures]
        case .topicNone: [Self.topics, Self.heads]
        case .theme: [Self.shares, Self.roles]
        case .countable: [Self.flags, Self.roles]
        case .patternMeasure: [Self.patterns, Self.measures]
        case .patternHead: [Self.patterns, Self.heads, Self.roles]
        case .measureDistance: [Self.measures, Self.sides, Self.distances]
        case .roleSeparator: [Self.roles, Self.sides, Self.separators]
        case .noneHeadBefore: [Self.heads, Self.contexts]
        case .noneHeadAfter: [Self.heads, Self.contexts]
        case .ambient: [Self.shares, Self.counts]
        case .ambiguity: [["plain", "rivals", "common", "commonRivals"], Self.roles, Self.sides]
        case .rivalInside: [Self.insides, Self.roles, Self.sides]
        case .insideHead: [Self.insides, Self.measures]
        case .noneInside: [Self.insides, Self.contexts]
        case .sourceNone: [["yes"]]
        case .sourceNoneRest: [Self.attributions, Self.flags, Self.flags]
        case .sourcePattern: [Self.patternsOfSource, Self.places]
        case .sourceDistance: [Self.places, Self.distances]
        case .sourceSentences: [["0", "1", "2", "3+"], Self.patternsOfSource]
        case .sourceBetween: [Self.places, Self.separators]
        case .sourceNearest: [Self.places, Self.flags]
        case .sourceKind: [Self.kinds, Self.places]
        case .sourceQuote: [Self.quotes, Self.places]
        case .sourceRelative: [Self.flags, Self.patternsOfSource]
        case .sourceRelativeSide: [Self.flags, Self.places, Self.flags]
        case .sourceClosing: [Self.flags, Self.patternsOfSource]
        case .sourcePrevious: [Self.flags, ["0", "1", "2", "3+"]]
        case .sourceContinue: [Self.openings, ["0", "1", "2", "3+"]]
        case .sourceMeasure: [Self.measures, Self.flags]
        case .sourceVerb: [Self.verbs, Self.verbForms, Self.places]
        case .sourceFollow: [Self.verbs, Attribution.Follow.allCases.map { "\($0)" }, Self.places]
        case .sourceIntroduces: [Self.flags, ["0", "1", "2", "3+"], Self.flags]
        case .placeNone: [["yes"], Self.counts]
        case .placeSentences: [Self.gaps, Self.flags]
        case .placePreposition: [Self.prepositions, ["same", "other"]]
        case .placeDistance: [Self.sides, Self.distances]
        case .placeKind: [Self.placeKinds, ["same", "other"]]
        case .placeOrganisation: [Self.flags, Self.flags, ["same", "other"]]
        case .placeHeading: [["no", "dateline", "title", "first"], ["same", "other"]]
        case .placeShare: [["1", "2", "3-4", "5+"], ["same", "other"]]
        case .placePrevious: [Self.kinships, ["same", "other"]]
        case .placeNearest: [Self.flags, Self.sides]
        case .placeDetail: [["alone", "inside", "around"], ["same", "other"]]
        case .placeSeparator: [Self.sides, Self.separators]
        case .placeSource: [Self.flags, ["same", "other"]]
        case .placeActor: [PlaceActor.allCases.map { "\($0)" }, ["same", "other"]]
        case .placeTie: [PlaceTie.allCases.map { "\($0)" }]
        case .placeSetting: [Self.kinships, ["same", "other"], Self.flags]
        case .placePeople: [["nobody"] + Self.kinships, ["same", "other"], Self.flags]
        case .placeMeasure: [Self.measures, Self.prepositions, ["same", "other"]]
        case .placeMeasureActor: [Self.measures, PlaceActor.allCases.map { "\($0)" }, ["same", "other"]]
        case .placeBetween: [["0", "1", "2", "3+"], ["same", "before1", "before2", "before3+"]]
        case .placeTrigger: [["left", "right"], Self.distances, Self.flags]
        case .placeAspect: [Self.aspects, Self.prepositions, ["same", "other"]]
        case .placeAspectActor: [Self.aspects, PlaceActor.allCases.map { "\($0)" }, ["name", "people"]]
        case .placeGiven: [Self.given, ["same", "other"]]
        case .placeEcho: [Echo.allCases.map { "\($0)" }, ["same", "other"]]
        case .dateReported: [["no", "yes"], Self.counts]
        case .dateForm: [Self.timeForms, Self.timeRoles]
        case .dateRole: [Self.timeRoles, Self.sides]
        case .dateDistance: [Self.sides, Self.distances]
        case .dateSentences: [Self.gaps, Self.timeForms]
        case .dateSeparator: [Self.sides, Self.separators]
        case .dateNearest: [Self.flags, Self.sides]
        case .datePrevious: [Self.flags, ["same", "other"]]
        case .dateMeasure: [Self.measures, Self.timeForms]
        case .datePrecision: [["day", "month", "year"], ["same", "other"]]
        case .datePeriod: [Self.tenses, Self.timeForms]
        case .dateTwin: [["none", "other", "same"], DateLinker.Reach.allCases.map { "\($0)" }]
        case .dateGiven: [Self.given, DateLinker.Reach.allCases.map { "\($0)" }]
        case .period: [Self.periods]
        case .periodAspect: [Self.aspects, Self.tenses, Self.periods]
        case .periodTwin: [["none"] + Self.periods, Self.periods]
        case .periodBefore: [["none"] + Self.periods, Self.flags, Self.periods]
        case .periodPattern: [Self.patterns, Self.periods]
        case .periodMeasure: [Self.measures, Self.periods]
        case .periodRole: [Self.roles, Self.voices, Self.periods]
        case .periodSince: [["no", "near", "far"], Self.periods]
        case .periodTense: [Self.tenses, Self.periods]
        case .periodTime: [["none", "today", "other", "span"], Self.periods]
        case .periodWord: [PeriodClassifier.Word.allCases.map { "\($0)" }, Self.periods]
        case .periodFurther: [["no", "more", "moreThan"], Self.periods]
        case .periodPrevious: [["none"] + Self.periods, Self.periods]
        case .periodNumeral: [Self.magnitudes, Self.periods]
        }
    }
}

/// Where a word stands, seen from a number.
enum Side: Int, NamedCase { case left, right, inside }

/// What lies between a number and a word.
enum Separator: Int, NamedCase {
    case nothing, comma, and, relative, subordinator, colon, semicolon, bracket, dash, quote, reporting, preposition
    case finiteVerb, including, trigger
}

/// The word before a number, or after the thing that it counts.
enum Context: Int, NamedCase {
    case start, end, comma, mark, of, to, by, from, at, `in`, with, `for`, on, and, than, be, have, modal, relative
    case subordinator, verb, trigger, including, word, name, number, colon, bracket, counting, reporting
}

/// What words that tell a measure stand in the phrase that a number counts.
enum InsideKind: Int, NamedCase {
    case none
    /// "12 refugees": people who are called after what happened to them.
    case person
    /// "12 deaths", "137 attacks": what happened, counted.
    case event
    /// "12 dead", "12 wounded".
    case adjective
    /// "12 refugee camps": the word only describes another noun.
    case modifier
}

/// How a trigger and a number stand to each other in the plain patterns of English.
enum LinkPattern: Int, NamedCase {
    case none
    /// "killed 24"
    case objectNext
    /// "24 people were killed"
    case passiveSubject
    /// "24 people killed in"
    case reducedSubject
    /// "24 people died"
    case subject
    /// "24 deaths", "24 wounded"
    case inPhrase
    /// "the death toll rose to 24"
    case tally
    /// "Deaths: 24"
    case label
    /// "the deaths of 24 people"
    case nounOf
    /// "killed 24 people and 3 soldiers"
    case coordinate
    /// "left 24 people dead"
    case result

    private static let names = allCases.map { "\($0)" }

    var name: String { Self.names[rawValue] }
}

/// The tense of the clause that holds a number, as its auxiliaries tell it.
enum Tense: Int, NamedCase { case none, past, perfect, present, future }
