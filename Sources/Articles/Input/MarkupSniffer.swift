import Foundation

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
        if isFeed(start) { return .feed }
        if pageTags.contains(where: { head.contains($0) }) { return .html }
        if let type = hints.mediaType, type == "text/html" || type == "application/xhtml+xml" { return .html }
        // XML of another kind (NITF, NewsML) has its text in paragraphs too.
        if start.hasPrefix("<?xml") { return .html }
        return fragmentTags.contains { start.hasPrefix($0) } ? .html : nil
    }

    /// The first element is that of a feed, a declaration or a comment before it or not.
    private static func isFeed(_ start: Substring) -> Bool {
        if feedTags.contains(where: { start.hasPrefix($0) }) { return true }
        guard start.hasPrefix("<?xml") || start.hasPrefix("<!--") || start.hasPrefix("<!doctype rss") else {
            return false
        }
        return !start.contains("<html") && feedTags.contains { start.contains($0) }
    }

    private static let feedTags = ["<rss", "<feed", "<rdf:rdf", "<atom:feed"]
    private static let pageTags = ["<!doctype html", "<html", "<head>", "<head ", "<body", "<title>", "<meta "]
    private static let fragmentTags = [
        "<div", "<p>", "<p ", "<article", "<section", "<h1", "<h2", "<table", "<ul", "<!--",
    ]
}
