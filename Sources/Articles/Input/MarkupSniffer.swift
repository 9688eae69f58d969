/// Tells pages and feeds from plain text.
enum MarkupSniffer {
    /// How far the first telling tag may stand behind the beginning.
    private static let reach = 4096

    /// Nil for bytes that are no markup.
    ///
    /// The first tags tell: those of a page (`<!DOCTYPE html`, `<html`, `<head`, `<body`, and without any of them
    /// `<div`, `<p` and the like at the very beginning).
    static func format(of body: ArraySlice<UInt8>, _ hints: InputHints) -> InputFormat? {
        let head = String(decoding: body.prefix(reach), as: UTF8.self).lowercased()
        let start = head.drop { $0.isWhitespace }
        guard start.hasPrefix("<") else { return nil }
        if pageTags.contains(where: { head.contains($0) }) { return .html }
        if let type = hints.mediaType, type == "text/html" || type == "application/xhtml+xml" { return .html }
        return fragmentTags.contains { start.hasPrefix($0) } ? .html : nil
    }

    private static let pageTags = ["<!doctype html", "<html", "<head>", "<head ", "<body", "<title>", "<meta "]
    private static let fragmentTags = [
        "<div", "<p>", "<p ", "<article", "<section", "<h1", "<h2", "<table", "<ul", "<!--",
    ]
}
