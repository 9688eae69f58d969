import Markup

/// An element of XML with what it holds. Names keep their prefix, `dc:date`; attributes too.
struct XMLElement {
    let name: String
    let attributes: [String: String]
    /// The text directly inside, pieces before, between and after elements put together.
    fileprivate(set) var text = ""
    fileprivate(set) var children: [XMLElement] = []

    func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The text of the first child of that name without blanks around it; nil where there is none.
    func value(_ name: String) -> String? {
        guard let text = first(name)?.text else { return nil }
        let bare = Blanks.trimmed(text)
        return bare.isEmpty ? nil : bare
    }

    /// All texts inside, in order, elements set apart by a space.
    var allText: String { children.isEmpty ? text : ([text] + children.map(\.allText)).joined(separator: " ") }
}

/// Bytes of XML to elements, as far as they are well-formed.
final class XMLTree {
    /// Deeper nesting ends the reading.
    private let depth: Int
    private var isCut = false

    private var path: [XMLElement] = []
    private var root: XMLElement?
    private let isWanted: (String) -> Bool
    /// How many elements that are not wanted lie around the place.
    private var skipped = 0

    private init(_ depth: Int, _ isWanted: @escaping (String) -> Bool) {
        self.depth = depth
        self.isWanted = isWanted
    }

    /// - Parameters:
    ///   - bytes: the document in any encoding.
    ///   - depth: how deep elements may lie in each other.
    ///   - isWanted: whether elements of a name are kept; all are where it is not given.
    /// - Returns: the outermost element, nil where there is none; and whether the document was well-formed and
    ///   read to its end.
    static func read(
        _ bytes: [UInt8], encoding: String? = nil, depth: Int = ArticleReader.defaultNesting,
        isWanted: @escaping (String) -> Bool = { _ in true }
    ) -> (root: XMLElement?, isWhole: Bool) {
        let declared = encoding ?? HTMLPage.declaredEncoding(bytes)
        let utf8 = TextEncoding.decode(bytes, declared: declared).utf8
        // Blanks before the declaration are an error to the parser and none to anybody else.
        let start = utf8.firstIndex { !Blanks.isBlank($0) } ?? 0
        let tree = XMLTree(depth, isWanted)
        let isWhole = utf8[start...].withUnsafeBytes { raw in
            guard let first = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
            var events = XMLTree.events
            return markup_read_xml(first, raw.count, &events, Unmanaged.passUnretained(tree).toOpaque())
        }
        while !tree.path.isEmpty { tree.end() }
        return (tree.root, isWhole && !tree.isCut)
    }

    private static let events = MarkupEvents(
        start: { tree($0).start(String(cString: $1), $2) },
        end: { context, _ in
            tree(context).end()
            return true
        },
        text: { tree($0).text(UnsafeBufferPointer(start: $1, count: $2)) })

    private static func tree(_ context: UnsafeMutableRawPointer) -> XMLTree {
        Unmanaged<XMLTree>.fromOpaque(context).takeUnretainedValue()
    }

    private func start(_ name: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?) -> Bool {
        if skipped > 0 || !isWanted(name) {
            skipped += 1
            return goesOn(skipped)
        }
        var found: [String: String] = [:]
        var at = 0
        while let attributes, let name = attributes[at] {
            found[String(cString: name)] = attributes[at + 1].map { String(cString: $0) } ?? ""
            at += 2
        }
        path.append(XMLElement(name: name, attributes: found))
        return goesOn(path.count)
    }

    private func goesOn(_ depth: Int) -> Bool {
        if depth >= self.depth { isCut = true }
        return !isCut
    }

    private func end() {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let element = path.popLast() else { return }
        if path.isEmpty { root = root ?? element } else { path[path.count - 1].children.append(element) }
    }

    private func text(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard skipped == 0, !path.isEmpty else { return true }
        path[path.count - 1].text += String(decoding: text, as: UTF8.self)
        return true
    }
}
