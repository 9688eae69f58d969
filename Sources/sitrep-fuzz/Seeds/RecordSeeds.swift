/// Articles as JSON.
enum RecordSeeds {
    static let lines = [
        #"""
        {"id":"a-1","publisher":"Harbour Wire","date":"2023-11-03","title":"Toll at 24","url":"https://hw.example/a","lang":"en","text":"At least 24 people were killed in Aden, the health ministry said on Thursday.\n\nSome 106 trucks entered Rafah."}
        {"id":"a-2","publisher":"Lantern","date":"2023-11-04","title":null,"url":null,"lang":null,"text":"The toll rose by 3 to 61 since Oct. 7, officials said; 16 of them were children. \u00e9\ud83d\ude00\/"}
        {"text":"Half of the 40 wounded were women.","n":1.5e3,"t":true}
        """#,
        #"{"text":"24 were killed.","text":"25 were killed."}"# + "\n\n" + #"{"id":7,"date":20231103,"text":"A"}"#,
    ].map { Array($0.utf8) }

    static let records = [
        #"""
        {"status":"ok","articles":[{"headline":"Toll","date_publish":"2023-11-03 06:25:00","story":[{"body":"At least 24 people were killed."},{"body":"More fled."}],"source":{"name":"HW"}}]}
        """#,
        #"[{"headline":"Toll","story":{"a":{"body":"<p>At least 24 people were killed.</p>"}},"date":1699000000}]"#,
        #"{"data":[{"id":"1","fields":{"title":"Toll","body":"24 killed","date":{"created":"2023-11-03T00:00:00+00:00"}}}]}"#,
    ].map { Array($0.utf8) }

    static let words = [
        "{\"text\":\"", "\"title\":", "\"date\":", "\"id\":", "\"headline\":", "\"story\":", "\"body\":", "null",
        "true",
        "[", "]", "{", "}", "\\u0000", "\\ud83d", "\\ude00", "\\n", "\\\"", "\\", "1e999", "-0", "\"articles\":[", ",",
        ":", "\n", "\u{0}", "99999999999999999999", "\u{2028}", "\"2023-11-03\"",
    ]
}
