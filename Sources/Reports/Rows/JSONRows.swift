import Figures

/// JSON objects: one a line, or the elements of one array.
struct JSONRows: RowWriter {
    private let keys: [String]
    private let isArray: Bool
    private let sink: TextSink
    private var count = 0

    init(columns: [Column], isArray: Bool, sink: @escaping TextSink) {
        keys = columns.map(\.key)
        self.isArray = isArray
        self.sink = sink
    }

    mutating func row(_ cells: [Cell]) {
        var json = JSONWriter()
        json.begin()
        for (key, cell) in zip(keys, cells) {
            json.key(key)
            JSONRows.write(cell, &json)
        }
        json.end()
        add(String(decoding: json.bytes, as: UTF8.self))
    }

    /// Writes an object that is JSON already.
    mutating func add(_ object: String) {
        if isArray { sink(count == 0 ? "[\n" : ",\n") }
        sink(isArray ? object : object + "\n")
        count += 1
    }

    mutating func finish() {
        guard isArray else { return }
        sink(count == 0 ? "[]\n" : "\n]\n")
    }

    static func write(_ cell: Cell, _ json: inout JSONWriter) {
        switch cell {
        case .text(let text), .link(let text): json.string(text)
        case .date(let date): json.string(date?.description)
        case .number(let number): json.number(number)
        case .integer(let number): json.integer(number)
        case .list(let words): json.strings(words)
        }
    }
}
