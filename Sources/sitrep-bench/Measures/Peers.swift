import Foundation

/// The quantity extractors of PyPI, in an environment of their own under `.build`.
struct Peers {
    static let names = ["quantulum3", "recognizers-text-suite"]
    private let python: String
    private let folder: String

    /// Nil where there is no python3 with pip.
    init?(folder: String) {
        guard Command.exists("python3") else { return nil }
        self.folder = folder
        python = folder + "/venv/bin/python"
        if !FileManager.default.isExecutableFile(atPath: python) {
            guard Peers.succeeds("python3", "-m", "venv", folder + "/venv") else { return nil }
        }
    }

    /// Megabytes a second; nil where it cannot be installed. Recognizers-Text wants an `emoji` of before its version 2.
    /// It reads for some seconds, not all of the file.
    func speed(of name: String, articles: String) -> Double? {
        guard Peers.succeeds(python, "-m", "pip", "install", "--quiet", name, "emoji<2") else { return nil }
        let result = folder + "/peer.txt"
        guard Peers.succeeds("sh", "-c", "'\(python)' -c \"$0\" '\(articles)' \(name) > '\(result)'", Peers.reading)
        else { return nil }
        return (try? String(contentsOfFile: result, encoding: .utf8)).flatMap {
            Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// The bytes of the texts of a file of articles, in megabytes: what the peers are counted by.
    static func textBytes(_ path: String) -> Double {
        let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
        let texts = lines.map { line in
            let article = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return (article?["text"] as? String)?.utf8.count ?? 0
        }
        return Double(texts.reduce(0, +)) / 1e6
    }

    private static func succeeds(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Reads articles for ten seconds and prints megabytes a second.
    private static let reading = """
        import json, sys, time
        if sys.argv[2] == 'quantulum3':
            from quantulum3 import parser
            read = parser.parse
        else:
            from recognizers_number import recognize_number, Culture
            read = lambda text: recognize_number(text, Culture.English)
        read('At least 24 people were killed.')
        start, size = time.process_time(), 0
        for line in open(sys.argv[1], encoding='utf-8'):
            text = json.loads(line)['text']
            try: read(text)
            except Exception: continue
            size += len(text.encode())
            if time.process_time() - start > 10: break
        print(size / (time.process_time() - start) / 1e6)
        """
}
