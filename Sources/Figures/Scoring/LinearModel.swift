/// A linear scorer over named features: the weights of `Data/weights.tsv`.
///
/// A feature is a template with a value on each of its axes, told by an index into one flat array. A feature that the
/// table does not have weighs nothing.
struct LinearModel: Sendable {
    private(set) var weights: [Float]

    init() { weights = Array(repeating: 0, count: FeatureSpace.count) }

    /// Reads the columns `template`, `values` (set apart by blanks) and `weight`; rows that name no feature are
    /// passed over.
    init(_ table: Table) {
        self.init()
        guard let template = table.column("template"), let values = table.column("values"),
            let weight = table.column("weight")
        else { return }
        var templates = CellNames<Int?>()
        let bytes = table.bytes
        for row in 0..<table.rowCount {
            let number = templates.value(table.hash(row, template)) {
                FeatureSpace.number(ofTemplate: Row(table: table, index: row).text(template))
            }
            let value = Bytes(rebasing: bytes[table.range(row, weight)])
            guard let number,
                let index = FeatureSpace.index(number, Bytes(rebasing: bytes[table.range(row, values)])),
                let value = LinearModel.short(value) ?? Float(value.string(0, value.count))
            else { continue }
            weights[index] = value
        }
    }

    /// The value of a number of at most seven digits, `-0.53`; nil where it is written in another way.
    ///
    /// Both the digits and the power of ten that divides them are exact as a `Float`, and so the quotient is the nearest.
    private static func short(_ bytes: Bytes) -> Float? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var digits: Int32 = 0
        var scale: Float = 0
        let start = isNegative ? 1 : 0
        guard bytes.count > start, bytes.count - start <= 8 else { return nil }
        for byte in bytes[start...] {
            if byte.isASCIIDigit {
                digits = digits * 10 + Int32(byte - 48)
                scale *= 10
            } else {
                guard byte == UInt8(ascii: "."), scale == 0 else { return nil }
                scale = 1
            }
        }
        guard bytes[bytes.count - 1].isASCIIDigit, bytes[start].isASCIIDigit, digits < 1 << 24 else { return nil }
        let value = scale == 0 ? Float(digits) : Float(digits) / scale
        return isNegative ? -value : value
    }

    @inline(__always) func score(_ features: Features) -> Float {
        weights.withUnsafeBufferPointer { table in
            var sum: Float = 0
            for index in 0..<features.count { sum += table[Int(features[index])] }
            return sum
        }
    }

    subscript(_ feature: Int32) -> Float {
        get { weights[Int(feature)] }
        set { weights[Int(feature)] = newValue }
    }
}

/// The features of one candidate, in the order in which they were added.
///
/// They are held in place: a figure is chosen from some fifty candidates, and an array for each of them would cost
/// more than the choice.
struct Features {
    /// More than the templates of one question, each with all its separators, can make.
    static let capacity = 80
    private var indices = InlineArray<80, UInt16>(repeating: 0)
    private var size: UInt16 = 0

    var count: Int { Int(size) }

    /// The features as an array, for those who learn from them or tell of them.
    var list: [Int32] { (0..<count).map { Int32(indices[$0]) } }

    @inline(__always) subscript(_ position: Int) -> Int32 { Int32(indices[position]) }

    @inline(__always) mutating func add(_ template: Template, _ a: Int) {
        append(FeatureSpace.layout(template).index(a))
    }

    @inline(__always) mutating func add(_ template: Template, _ a: Int, _ b: Int) {
        append(FeatureSpace.layout(template).index(a, b))
    }

    @inline(__always) mutating func add(_ template: Template, _ a: Int, _ b: Int, _ c: Int) {
        append(FeatureSpace.layout(template).index(a, b, c))
    }

    @inline(__always) private mutating func append(_ feature: Int32) {
        indices[count] = UInt16(feature)
        size += 1
    }
}

/// What is chosen by its features.
protocol Weighed {
    var features: Features { get }
}

extension Features: Weighed {
    var features: Features { self }
}

/// Where the features of one template begin in the flat array, and how many values each of its axes has.
struct TemplateLayout {
    let offset: Int
    /// 1 past the template's last axis.
    let sizes: (Int, Int, Int)

    @inline(__always) private static func clamped(_ value: Int, _ size: Int) -> Int { min(max(value, 0), size - 1) }

    // A template is called with as many values as it has axes; a value past an axis counts as its last.
    @inline(__always) func index(_ a: Int) -> Int32 { Int32(offset + Self.clamped(a, sizes.0)) }

    @inline(__always) func index(_ a: Int, _ b: Int) -> Int32 {
        Int32(offset + Self.clamped(a, sizes.0) * sizes.1 + Self.clamped(b, sizes.1))
    }

    @inline(__always) func index(_ a: Int, _ b: Int, _ c: Int) -> Int32 {
        let first = Self.clamped(a, sizes.0) * sizes.1 + Self.clamped(b, sizes.1)
        return Int32(offset + first * sizes.2 + Self.clamped(c, sizes.2))
    }
}

/// Where each template's features lie in the flat array.
enum FeatureSpace {
    private static let offsets: [Int] = {
        var sum = 0
        return axes.map { axes in
            defer { sum += axes.reduce(1) { $0 * $1.count } }
            return sum
        } + [sum]
    }()
    /// Never freed: the templates are as many as the program has.
    private nonisolated(unsafe) static let layouts: UnsafePointer<TemplateLayout> = {
        let layouts = UnsafeMutablePointer<TemplateLayout>.allocate(capacity: Template.allCases.count)
        for (number, axes) in axes.enumerated() {
            let sizes = axes.map(\.count) + [1, 1, 1]
            (layouts + number).initialize(
                to: TemplateLayout(offset: offsets[number], sizes: (sizes[0], sizes[1], sizes[2])))
        }
        return UnsafePointer(layouts)
    }()

    @inline(__always) static func layout(_ template: Template) -> TemplateLayout { layouts[Int(template.rawValue)] }

    static var count: Int { offsets[offsets.count - 1] }

    private static let names = Dictionary(
        uniqueKeysWithValues: Template.allCases.map { ("\($0)", Int($0.rawValue)) })
    private static let axes = Template.allCases.map(\.axes)

    /// The index of a feature by its name; nil where there is none.
    static func index(template: String, values: String) -> Int? {
        var values = values
        return values.withUTF8 { bytes in number(ofTemplate: template).flatMap { index($0, bytes) } }
    }

    static func number(ofTemplate name: String) -> Int? { names[name] }

    /// The hashes of the names on the axes of each template.
    private static let hashes = axes.map { $0.map { $0.map { WordHash.of($0.utf8) } } }

    /// The index of a feature by the number of its template and the names of its values, set apart by blanks.
    static func index(_ template: Int, _ values: Bytes) -> Int? {
        let axes = hashes[template]
        var index = 0
        var axis = 0
        var start = 0
        while start < values.count {
            let end = values[start...].firstIndex(of: UInt8(ascii: " ")) ?? values.count
            let hash = WordHash.of(Bytes(rebasing: values[start..<end]))
            guard axis < axes.count, let place = axes[axis].firstIndex(of: hash) else { return nil }
            index = index * axes[axis].count + place
            axis += 1
            start = end + 1
        }
        return axis == axes.count ? offsets[template] + index : nil
    }

    /// The name of a feature: the template, and the value on each axis.
    static func name(_ feature: Int) -> (template: String, values: String) {
        let number = (offsets.firstIndex { $0 > feature } ?? 1) - 1
        let template = Template.allCases[number]
        var rest = feature - offsets[number]
        var values: [String] = []
        for axis in axes[number].reversed() {
            values.append(axis[rest % axis.count])
            rest /= axis.count
        }
        return ("\(template)", values.reversed().joined(separator: " "))
    }
}
