/// Makes records of WARC and ARC.
public enum Crawling {
    public static func page(_ text: String, title: String = "Toll") -> String {
        "<html><head><title>\(title)</title></head><body><article><h1>\(title)</h1><p>\(text)</p></article></body></html>"
    }

    public static func response(
        _ body: [UInt8], type: String = "text/html; charset=utf-8", status: Int = 200, fields: String = ""
    ) -> [UInt8] {
        Array("HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
    }

    /// - Parameter length: what the header says; what is true where none is given.
    public static func record(
        _ block: [UInt8], url: String = "http://example.org/a", type: String = "response",
        content: String = "application/http; msgtype=response", date: String = "2023-11-03T06:25:00Z",
        fields: String = "", length: Int? = nil
    ) -> [UInt8] {
        let head = """
            WARC/1.0\r
            WARC-Type: \(type)\r
            WARC-Target-URI: \(url)\r
            WARC-Date: \(date)\r
            Content-Type: \(content)\r
            \(fields)Content-Length: \(length ?? block.count)\r
            \r

            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    public static func record(_ text: String, url: String) -> [UInt8] {
        record(response(Array(page(text).utf8)), url: url)
    }

    public static let information = record(
        Array("software: test\r\n".utf8), url: "", type: "warcinfo", content: "application/warc-fields")

    public static func chunked(_ text: String, size: Int = 40) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(size)
            bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
            rest = rest.dropFirst(size)
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }
}
