import Articles
import Figures
import Foundation
import TestSupport

/// What a reader found, in three lists; the name of the folder that it lay in is taken out of the words.
struct Reading {
    var articles: [Article] = []
    var paths: [String] = []
    var problems: [InputProblem] = []
    var notices: [InputNotice] = []
    /// The problems in words, in order.
    var complaints: [String] = []

    var article: Article? { articles.first }

    /// Reads `path`, a file or folder of `folder`.
    init(
        _ path: String = "", of folder: TemporaryFolder, limit: Int = ArticleReader.defaultLimit,
        defaults: ArticleDefaults = ArticleDefaults(), unpacking: UnpackLimits = .standard
    ) {
        let prefix = folder.path + "/"
        let place = path.isEmpty ? folder.path : prefix + path
        var reader = ArticleReader(defaults: defaults, limit: limit)
        reader.unpacking = unpacking
        reader.read(place) { item in
            switch item {
            case .article(let article, let path):
                articles.append(article)
                paths.append(path.replacingOccurrences(of: prefix, with: ""))
            case .notice(let notice): notices.append(notice)
            case .problem(let problem):
                problems.append(problem)
                complaints.append("\(problem)".replacingOccurrences(of: prefix, with: ""))
            }
        }
    }

    /// Reads a file with these bytes.
    init(
        bytes: [UInt8], name: String = "a.txt", limit: Int = ArticleReader.defaultLimit,
        defaults: ArticleDefaults = ArticleDefaults(), unpacking: UnpackLimits = .standard
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(bytes), to: name)
        self.init(name, of: folder, limit: limit, defaults: defaults, unpacking: unpacking)
    }

    /// Reads a file with this text.
    init(
        _ text: String, name: String = "a.txt", limit: Int = ArticleReader.defaultLimit,
        defaults: ArticleDefaults = ArticleDefaults()
    ) throws {
        try self.init(bytes: Array(text.utf8), name: name, limit: limit, defaults: defaults)
    }
}

extension Article {
    /// Everything but the text, what is missing as `-`: `a | Harbour Wire | 2023-11-03 | Title | - | en`.
    var head: String {
        [id, publisher, date?.description, title, url, lang].map { $0 ?? "-" }.joined(separator: " | ")
    }
}
