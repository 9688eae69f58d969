import Testing

@testable import Figures

struct FeatureTests {
    /// The index that a feature gets by its values is the one that it has by its name.
    @Test(arguments: Template.allCases) func indexIsThatOfTheName(template: Template) throws {
        let sizes = template.axes.map(\.count)
        for a in 0..<sizes[0] {
            for b in 0..<(sizes.count > 1 ? sizes[1] : 1) {
                for c in 0..<(sizes.count > 2 ? sizes[2] : 1) {
                    var features = Features()
                    switch sizes.count {
                    case 1: features.add(template, a)
                    case 2: features.add(template, a, b)
                    default: features.add(template, a, b, c)
                    }
                    let names = zip(template.axes, [a, b, c]).map { $0[$1] }.joined(separator: " ")
                    #expect(FeatureSpace.index(template: "\(template)", values: names) == Int(features.list[0]))
                    #expect(FeatureSpace.name(Int(features.list[0])) == ("\(template)", names))
                }
            }
        }
    }

    @Test func valuesPastAnAxisCountAsItsLast() {
        var features = Features()
        features.add(.further, 7, 0)
        features.add(.further, 1, 0)
        features.add(.further, -1, 0)
        features.add(.further, 0, 0)
        #expect(features.list[0] == features.list[1] && features.list[2] == features.list[3])
    }

    /// A candidate holds its features in place: all templates of a question with all separators fit.
    @Test func aCandidateHoldsAllFeaturesOfAQuestion() {
        let measure = Template.allCases.prefix { $0 != .sourceNone }.count
        // What lies between is told twice.
        #expect(measure + 2 * Separator.allCases.count <= Features.capacity)
    }

    @Test func aSmallSetIsInOrderAndHoldsEachOnce() {
        var found: SmallSet<Separator> = [.trigger, .comma]
        found.insert(.and)
        found.insert(.comma)
        #expect(Array(found) == [.comma, .and, .trigger])
        #expect(!found.isEmpty && SmallSet<Separator>().isEmpty)
    }
}
