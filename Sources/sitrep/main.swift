import Figures
import Foundation

func lines(_ path: String) -> [Data] {
    (FileManager.default.contents(atPath: path) ?? Data()).split(separator: 10).map { Data($0) }
}
let arguments = Array(CommandLine.arguments.dropFirst())
let decoder = JSONDecoder()
func articles(_ path: String) -> [Article] { lines(path).map { try! decoder.decode(Article.self, from: $0) } }
if arguments[0] == "train" {
    let gold = lines(arguments[2]).map { try! decoder.decode(GoldFigure.self, from: $0) }
    let all = articles(arguments[1])
    var trainer = Trainer()
    let fold = arguments.count > 5 ? Int(arguments[5])! : -1
    trainer.train(
        all.enumerated().filter { fold < 0 || $0.offset % 5 != fold }.map(\.element), gold: gold,
        rounds: Int(arguments[4])!)
    try! trainer.table().write(toFile: arguments[3], atomically: true, encoding: .utf8)
} else if arguments[0] == "explain" {
    let t = ["weights.tsv": String(decoding: FileManager.default.contents(atPath: arguments[2])!, as: UTF8.self)]
    let extractor = Extractor(lexicon: Lexicon(DataTables(replacing: t)))
    for article in articles(arguments[1]) where article.id == arguments[3] {
        for e in extractor.explanations(of: article) where arguments.count < 5 || e.number == arguments[4] {
            print(e.start, e.number, e.gate ?? "")
            for d in e.decisions where arguments.count < 6 || d.question == arguments[5] {
                print("  ", d.question)
                for a in d.answers {
                    print(
                        "     ", a.answer, (a.belief * 100).rounded() / 100,
                        a.reasons.map { "\($0.feature)=\(($0.weight * 100).rounded() / 100)" }.joined(separator: " "))
                }
            }
        }
    }
} else {
    var tables: [String: String] = [:]
    if arguments.count > 2 {
        tables["weights.tsv"] = String(decoding: FileManager.default.contents(atPath: arguments[2])!, as: UTF8.self)
    }
    let fold = arguments.count > 3 ? Int(arguments[3])! : -1
    let extractor = Extractor(lexicon: Lexicon(DataTables(replacing: tables)))
    var out: [UInt8] = []
    for (index, article) in articles(arguments[1]).enumerated() where fold < 0 || index % 5 == fold {
        for figure in extractor.figures(in: article) {
            figure.writeJSON(to: &out)
            out.append(10)
        }
    }
    FileHandle.standardOutput.write(Data(out))
}
