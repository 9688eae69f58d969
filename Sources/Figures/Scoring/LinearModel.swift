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
        for row in table {
            guard let index = FeatureSpace.index(template: row["template"], values: row["values"]),
                let weight = Float(row["weight"])
            else { continue }
            weights[index] = weight
        }
    }

    @inline(__always) func score(_ features: [Int32]) -> Float {
        weights.withUnsafeBufferPointer { table in
            var sum: Float = 0
            for feature in features { sum += table[Int(feature)] }
            return sum
        }
    }

    subscript(_ feature: Int32) -> Float {
        get { weights[Int(feature)] }
        set { weights[Int(feature)] = newValue }
    }
}

/// A list of features of one candidate.
struct Features {
    private(set) var list: [Int32] = []

    init() { list.reserveCapacity(40) }

    mutating func add(_ template: Template, _ values: Int...) {
        list.append(FeatureSpace.index(template, values))
    }
}

/// Where each template's features lie in the flat array.
enum FeatureSpace {
    private static let offsets: [Int] = {
        var sum = 0
        return Template.allCases.map { template in
            defer { sum += template.axes.reduce(1) { $0 * $1.count } }
            return sum
        } + [sum]
    }()
    private static let sizes: [[Int]] = Template.allCases.map { $0.axes.map(\.count) }

    static var count: Int { offsets[offsets.count - 1] }

    static func index(_ template: Template, _ values: [Int]) -> Int32 {
        let number = Int(template.rawValue)
        var index = 0
        for (value, size) in zip(values, sizes[number]) { index = index * size + min(max(value, 0), size - 1) }
        return Int32(offsets[number] + index)
    }

    /// The index of a feature by its name; nil where there is none.
    static func index(template: String, values: String) -> Int? {
        guard let template = Template.allCases.first(where: { "\($0)" == template }) else { return nil }
        let names = values.split(separator: " ").map(String.init)
        guard names.count == template.axes.count else { return nil }
        var places: [Int] = []
        for (name, axis) in zip(names, template.axes) {
            guard let place = axis.firstIndex(of: name) else { return nil }
            places.append(place)
        }
        return Int(index(template, places))
    }

    /// The name of a feature: the template, and the value on each axis.
    static func name(_ feature: Int) -> (template: String, values: String) {
        let number = (offsets.firstIndex { $0 > feature } ?? 1) - 1
        let template = Template.allCases[number]
        var rest = feature - offsets[number]
        var values: [String] = []
        for axis in template.axes.reversed() {
            values.append(axis[rest % axis.count])
            rest /= axis.count
        }
        return ("\(template)", values.reversed().joined(separator: " "))
    }
}
