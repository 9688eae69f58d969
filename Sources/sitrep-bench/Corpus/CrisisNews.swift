import Articles
import Figures
import Foundation
import TestSupport

/// Paragraphs of crisis reports, made of the sample articles and the example texts.
struct CrisisNews {
    private let paragraphs: [String]
    /// Names of places that stand in for those of the samples.
    private let places: [String]
    /// Names in the samples that another place can stand in for.
    private static let named = [
        "Gaza", "Khan Younis", "Rafah", "Jabalia", "Aden", "Taiz", "Beni", "Butembo", "Maiduguri", "Malakal", "Juba",
        "Nassau", "Kabul", "Aleppo", "Idlib", "Mosul", "Hodeidah", "Mogadishu", "Kharkiv", "Kherson", "Goma",
        "Port-au-Prince", "Khartoum", "El Fasher", "Cox's Bazar", "Sittwe", "Quetta", "Peshawar", "Manila", "Palu",
    ]

    /// - Parameter folder: the package's `Data`.
    init(data folder: String) {
        var paragraphs: [String] = []
        ArticleReader().read(folder + "/articles") { item in
            guard case .article(let article, _) = item else { return }
            paragraphs += article.text.split(separator: "\n").map(String.init)
        }
        for name in ["articles", "harm", "response", "plain"] {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/examples/\(name).txt") else { continue }
            paragraphs += CrisisNews.examples(String(decoding: bytes, as: UTF8.self))
        }
        self.paragraphs = paragraphs
        places = Lexicon.embedded.places.filter { !$0.isAmbiguous && $0.kind == "city" }.map(\.name)
    }

    /// The texts of a file of examples without their marks: `«24|deaths; source=…»` becomes `24`.
    private static func examples(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.first != "#", line.first != "@" else { return nil }
            var plain = ""
            var isNote = false
            for character in line {
                switch character {
                case "«": continue
                case "|": isNote = true
                case "»": isNote = false
                default: if !isNote { plain.append(character) }
                }
            }
            return plain
        }
    }

    /// A paragraph with other numbers and, most times, another place.
    func paragraph(_ generator: inout SplitMix64) -> String {
        var text = paragraphs.any(&generator)
        // Examples are single sentences: some of them make a paragraph.
        while text.utf8.count < 160 { text += " " + paragraphs.any(&generator) }
        for name in CrisisNews.named where text.utf8.count < 2000 && text.contains(name) {
            guard Int.random(in: 0..<4, using: &generator) > 0 else { continue }
            text = text.replacingOccurrences(of: name, with: places.any(&generator))
        }
        return CrisisNews.withOtherNumbers(text, &generator)
    }

    /// Draws the digits of each number anew, but for years and for those of one digit; its length and marks stay.
    private static func withOtherNumbers(_ text: String, _ generator: inout SplitMix64) -> String {
        var bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            guard bytes[at] &- 48 < 10 else {
                at += 1
                continue
            }
            var end = at
            while end < bytes.count, bytes[end] &- 48 < 10 || bytes[end] == UInt8(ascii: ",") { end += 1 }
            let isYear = end - at == 4 && (bytes[at] == UInt8(ascii: "1") || bytes[at] == UInt8(ascii: "2"))
            if end - at > 1, !isYear {
                for place in at..<end where bytes[place] != UInt8(ascii: ",") {
                    bytes[place] = UInt8.random(in: (place == at ? 49 : 48)...57, using: &generator)
                }
            }
            at = end
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
