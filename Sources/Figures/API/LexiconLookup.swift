extension Lexicon {
    /// The places that `name` can mean, the most likely first: countries, then the most people.
    ///
    ///     Lexicon.embedded.places(named: "Gaza").map(\.id)   // the Strip, then the city
    ///
    /// - Parameter name: a name, another name of the gazetteer, or an id; whatever its case.
    public func places(named name: String) -> [Place] {
        if let index = placeIndex(name) { return [places[index]] }
        func rank(_ place: Place) -> (Int, Int) { (place.kind == "country" ? 1 : 0, place.population) }
        return matches(.place, name).map { places[$0] }.sorted { rank($0) > rank($1) }
    }

    /// The organisations that `name` can mean: a name, an alias or an id, whatever its case.
    public func organisations(named name: String) -> [Organisation] {
        let known = organisations.filter { $0.id == name }
        return known.isEmpty ? matches(.organisation, name).map { organisations[$0] } : known
    }

    /// The place and those that hold it, the innermost first; empty where the id is unknown.
    public func enclosing(_ id: String) -> [Place] {
        var found: [Place] = []
        var next = placeIndex(id)
        while let index = next, found.count < 8 {
            found.append(places[index])
            next = placeIndex(places[index].parent)
        }
        return found
    }

    /// Whether the label `people` ("palestinian") names the people of the place, or of one that holds it.
    public func isPeople(_ people: String, of place: String) -> Bool {
        let homes = Set(demonyms.filter { $0.label == people }.map(\.place))
        return enclosing(place).contains { homes.contains($0.id) }
    }

    /// The entries of one kind that the whole of `name` stands for.
    private func matches(_ kind: TermKind, _ name: String) -> [Int] {
        var name = name
        return name.withUTF8 { bytes in
            var state: Int32 = 0
            var isFirst = true
            let tokens = Tokenizer.tokens(of: bytes, lexicon: self)
            defer { tokens.deallocate() }
            for token in tokens where token.kind != .mark {
                state = isFirst ? words[Int(token.word)].name : names.step(state, token.word)
                isFirst = false
                if state == 0 { return [] }
            }
            var found: [Int] = []
            names.forEachTerm(at: state) { if $0.kind == kind { found.append(Int($0.index)) } }
            return found
        }
    }
}

extension DataTables {
    /// A name for exactly these tables, 16 hexadecimal digits, that changes whenever one of them does.
    ///
    /// FNV-1a over the bytes of the tables in the order of `names`
    /// (http://www.isthe.com/chongo/tech/comp/fnv/); it tells versions apart and guards against nothing.
    public var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in DataTables.names {
            for byte in bytes(name) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
