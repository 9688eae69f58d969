import TestSupport
import Testing

@Suite struct GoldenTests {
    @Test func passesOnlyTheSameText() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("one\ntwo\n", to: "golden.txt")
        try Golden.check("one\ntwo\n", against: file, recording: false)
        #expect {
            try Golden.check("one\n2\n", against: file, recording: false)
        } throws: { error in
            "\(error)".contains("golden.txt:2") && "\(error)".contains("- two") && "\(error)".contains("+ 2")
        }
    }

    @Test(arguments: ["one", "one\ntwo", "one\ntwo\n\n", ""]) func seesALineTooManyOrTooFew(_ text: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("one\ntwo\n", to: "golden.txt")
        #expect(throws: Golden.Failure.self) { try Golden.check(text, against: file, recording: false) }
    }

    @Test func failsWithoutAFile() throws {
        let folder = try TemporaryFolder()
        #expect {
            try Golden.check("one", against: folder.file("none.txt"), recording: false)
        } throws: { "\($0)".contains("SITREP_RECORD=1") }
    }

    @Test func recordsAndFails() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("new/golden.txt")
        #expect(throws: Golden.Failure.self) { try Golden.check("one", against: file, recording: true) }
        #expect(try folder.text("new/golden.txt") == "one")
        try Golden.check("one", against: file, recording: false)
    }
}
