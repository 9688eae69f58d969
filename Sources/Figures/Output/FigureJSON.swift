extension Figure {
    /// Appends the figure as one JSON object, without a newline.
    ///
    /// The keys, their names and their order are the interchange that other programs read: they must not change.
    /// Every key is there; what is unknown is `null`. Numbers that are whole are written without a point.
    public func writeJSON(to bytes: inout [UInt8]) {
        var json = JSONWriter()
        json.begin()
        write(to: &json)
        json.end()
        json.append(to: &bytes)
    }

    /// Appends the keys and values, without the braces.
    package func write(to json: inout JSONWriter) {
        json.key("doc")
        json.string(doc)
        json.key("field")
        json.string(field.rawValue)
        json.key("start")
        json.integer(start)
        json.key("end")
        json.integer(end)
        json.key("number")
        json.string(number)
        json.key("quote")
        json.string(quote)
        json.key("quote_start")
        json.integer(quoteStart)
        json.key("measure")
        json.string(measure)
        json.key("term")
        json.string(term)
        json.key("value")
        json.number(value)
        json.key("low")
        json.number(low)
        json.key("high")
        json.number(high)
        json.key("qualifier")
        json.string(qualifier.rawValue)
        json.key("unit")
        json.string(unit)
        json.key("population")
        json.strings(population)
        json.key("place")
        write(place, &json)
        json.key("source")
        write(source, &json)
        json.key("date")
        json.date(date)
        json.key("date_precision")
        json.string(date?.precision.rawValue)
        json.key("period")
        json.string(period.rawValue)
        json.key("period_start")
        json.date(periodStart)
        json.key("reported")
        json.date(reported)
        json.key("status")
        json.string(status.rawValue)
        json.key("relation")
        write(relation, &json)
        json.key("confidence")
        json.number(confidence)
        json.key("rule")
        json.string(rule)
        json.key("publisher")
        json.string(publisher)
        json.key("extractor")
        json.string(extractor)
    }

    private func write(_ place: PlaceReference?, _ json: inout JSONWriter) {
        guard let place else { return json.null() }
        json.begin()
        json.key("name")
        json.string(place.name)
        json.key("id")
        json.string(place.id)
        json.key("iso3")
        json.string(place.iso3)
        json.end()
    }

    private func write(_ source: SourceReference?, _ json: inout JSONWriter) {
        guard let source else { return json.null() }
        json.begin()
        json.key("name")
        json.string(source.name)
        json.key("id")
        json.string(source.id)
        json.key("kind")
        json.string(source.kind.rawValue)
        json.key("text")
        json.string(source.text)
        json.key("speaker")
        json.string(source.speaker)
        json.key("relay")
        json.string(source.relay)
        json.end()
    }

    private func write(_ relation: Relation?, _ json: inout JSONWriter) {
        guard let relation else { return json.null() }
        json.begin()
        json.key("kind")
        json.string(relation.kind.rawValue)
        json.key("start")
        json.integer(relation.start)
        json.end()
    }
}
