/// Reads the attributions of a text, sentence by sentence as far as somebody asks: what a party's short name or a pronoun
/// stands for is told by what was read before.
final class AttributionReader {
    private let document: Document
    private let finder: AttributionFinder
    private var memory: SourceMemory
    /// The last of those that name a party, with what the name stands for.
    private var named: [Attribution] = []
    /// All, in the order of the text; a pronoun's has the party named last.
    private(set) var found: [Attribution] = []
    /// The last of the same with those that are silent: whom a pronoun may mean.
    private var antecedents: [Attribution] = []
    /// How many sentences were read.
    private var count = 0

    init(document: Document) {
        self.document = document
        finder = AttributionFinder(document: document)
        memory = SourceMemory(document: document, abbreviations: finder.abbreviations)
    }

    /// Reads on up to a sentence, and past it to the first attribution behind a token of it, if there is one.
    func read(through sentence: Int, past token: Int) {
        let last = document.sentences.count
        while count < last, count <= sentence || (found.last?.extent.lowerBound ?? -1) < token { readSentence() }
    }

    private func readSentence() {
        let all = finder.attributions(inSentence: count)
        memory.read(document.sentences[count])
        count += 1
        if all.isEmpty { return }
        if all.count == 1, all[0].pattern != .pronoun {
            let resolved = memory.resolved(all[0], named)
            AttributionReader.remember(resolved, &named)
            add(resolved)
            return
        }
        var own: [Attribution] = []
        for attribution in all where attribution.pattern != .pronoun {
            let resolved = memory.resolved(attribution, named)
            AttributionReader.remember(resolved, &named)
            own.append(resolved)
        }
        own += all.filter { $0.pattern == .pronoun }
        for attribution in own.sorted(by: { $0.extent.lowerBound < $1.extent.lowerBound }) {
            if let known = attribution.pattern == .pronoun ? named(by: attribution) : attribution {
                add(known)
            }
        }
    }

    /// How many attributions may be asked for again; no more than twice as many are kept.
    private static let reach = 64

    private static func remember(_ attribution: Attribution, _ list: inout [Attribution]) {
        if list.count >= 2 * reach { list.removeFirst(list.count - reach) }
        list.append(attribution)
    }

    private func add(_ attribution: Attribution) {
        AttributionReader.remember(attribution, &antecedents)
        if !attribution.isSilent { found.append(attribution) }
    }

    /// The attribution of a pronoun to the party named last that it fits; nil where there is none near.
    private func named(by pronoun: Attribution) -> Attribution? {
        let last = antecedents.suffix(24).last { $0.sentence >= pronoun.sentence - 6 && finder.fits(pronoun, $0) }
        guard var known = last else { return nil }
        known.extent = pronoun.extent
        known.sentence = pronoun.sentence
        known.pattern = .pronoun
        known.isSilent = false
        return known
    }
}
