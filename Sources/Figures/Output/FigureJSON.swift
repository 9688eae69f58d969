extension Figure {
    /// Appends the figure as one JSON object, without a newline.
    ///
    /// The keys, their names and their order are the interchange that other programs read: they must not change.
    /// Every key is there; what is unknown is `null`. Numbers that are whole are written without a point.
    public func writeJSON(to bytes: inout [UInt8]) {
        var json = JSONWriter(bytes: bytes)
        bytes = []
        json.begin()
        write(to: &json)
        json.end()
        bytes = json.bytes
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
        json.string(date?.description)
        json.key("date_precision")
        json.string(date?.precision.rawValue)
        json.key("period")
        json.string(period.rawValue)
        json.key("period_start")
        json.string(periodStart?.description)
        json.key("reported")
        json.string(reported?.description)
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

/// Appends JSON to bytes. Foundation's encoder neither keeps the order of the keys nor the pace of the extractor.
package struct JSONWriter {
    package private(set) var bytes: [UInt8]
    private var isFirst = true

    package init(bytes: [UInt8] = []) { self.bytes = bytes }

    package mutating func begin() {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
    }

    package mutating func end() {
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    package mutating func key(_ name: StaticString) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    package mutating func key(_ name: String) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    package mutating func null() { bytes.append(contentsOf: "null".utf8) }

    package mutating func string(_ text: String?) {
        guard var text else { return null() }
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { appendRuns($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends a text; what needs no escape goes over in one piece.
    private mutating func appendRuns(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for at in 0..<text.count {
            let byte = text[at]
            guard byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 127 else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
            append(escaping: byte)
            start = at + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 10: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
        case 13: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
        case 9: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
        case 0..<32, 127:
            bytes.append(contentsOf: Array("\\u00".utf8))
            bytes.append(JSONWriter.hex(byte >> 4))
            bytes.append(JSONWriter.hex(byte & 15))
        default: bytes.append(byte)
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }

    package mutating func strings(_ list: [String]) {
        bytes.append(UInt8(ascii: "["))
        for (index, text) in list.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            string(text)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    package mutating func number(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        if value == value.rounded(), abs(value) < 1e15 {
            integer(Int(value))
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
    }
}
