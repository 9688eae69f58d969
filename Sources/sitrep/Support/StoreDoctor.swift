import Figures
import Foundation
import TimeSeries

/// Looks at a store, and mends of it what reading anew mends.
struct StoreDoctor {
    private let options: StoreOptions
    private let lexicon: Lexicon
    private let stamp: ExtractorStamp
    /// How many rows of a problem are named.
    private static let mostPlaces = 5

    init(_ store: StoreOptions, _ data: DataOptions) throws {
        options = store
        lexicon = try data.lexicon()
        stamp = ExtractorStamp(lexicon: try data.tables().fingerprint)
    }

    func diagnoses(mending: Bool) throws -> [Diagnosis] {
        guard FileManager.default.fileExists(atPath: options.path) else {
            return [Diagnosis(.ok, "store", "\(options.path) is not there yet")]
        }
        do {
            if mending { try mend() }
            let store = try options.existing(lexicon)
            let problems = try store.health(stamp)
            let found = problems.map { problem in
                Diagnosis(problem.isDamage ? .bad : .note, "store", "\(options.path): \(text(problem))")
            }
            if problems.contains(where: \.isDamage) { return found }
            let counts = "\(try store.articleCount()) articles, \(try store.figureCounts().values.reduce(0, +)) figures"
            return [Diagnosis(.ok, "store", "\(options.path): \(counts)")] + found
        } catch let error as StoreError {
            return [Diagnosis(.bad, "store", "\(error)")]
        }
    }

    /// `figures whose words are not in their article (figure 3, figure 9 and 2 more): …`
    private func text(_ problem: HealthProblem) -> String {
        let shown = problem.places.prefix(StoreDoctor.mostPlaces).joined(separator: ", ")
        let more = problem.places.count - StoreDoctor.mostPlaces
        return "\(problem.what) (\(shown)\(more > 0 ? " and \(more) more" : "")): \(problem.remedy)"
    }

    private func mend() throws {
        let store = try options.existing(lexicon, for: .write)
        let articles = try store.health(stamp).reduce(into: Set<Int64>()) { $0.formUnion($1.articles) }
        guard !articles.isEmpty else { return }
        let extractor = Extractor(lexicon: lexicon)
        try store.reread(articles, by: stamp) { $0.map(extractor.figures(in:)) }
        Console.note("\(options.path): \(articles.count) article\(articles.count == 1 ? "" : "s") read anew")
    }
}
