import Articles
import Figures
import Foundation

/// Annotated articles, as `train` and `eval` read them.
enum GoldFile {
    /// The articles of a file of JSON Lines; what is bad is told on standard error.
    static func articles(_ path: String) -> [Article] {
        var articles: [Article] = []
        ArticleReader(limit: 64 << 20).read(path) { item in
            switch item {
            case .article(let article, _): articles.append(article)
            case .problem(let problem): Console.note(problem)
            case .notice: break
            }
        }
        return articles
    }

    /// - Throws: `Failure.nothingDone` where the file cannot be read or a line is no annotated figure.
    static func figures(_ path: String) throws -> [GoldFigure] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure.nothingDone("\(path): cannot be read")
        }
        let decoder = JSONDecoder()
        return try data.split(separator: 10).enumerated().map { number, line in
            do { return try decoder.decode(GoldFigure.self, from: Data(line)) } catch {
                throw Failure.nothingDone("\(path), line \(number + 1): not an annotated figure")
            }
        }
    }
}
