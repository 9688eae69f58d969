extension Article {
    /// Appends the article as one JSON object, without a newline.
    ///
    /// The keys, their names and their order are the interchange that other programs read: they must not change.
    /// Every key is there; what is unknown is `null`.
    public func writeJSON(to bytes: inout [UInt8]) {
        var json = JSONWriter()
        json.begin()
        json.key("id")
        json.string(id)
        json.key("publisher")
        json.string(publisher)
        json.key("date")
        json.date(date)
        json.key("title")
        json.string(title)
        json.key("url")
        json.string(url)
        json.key("lang")
        json.string(lang)
        json.key("text")
        json.string(text)
        json.end()
        json.append(to: &bytes)
    }
}
