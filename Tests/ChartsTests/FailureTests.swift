import Charts
import Figures
import Foundation
import Testing

@Suite struct Failures {
    @Test func missingOnPath() throws {
        try withFolder { folder in
            let error = #expect(throws: GnuplotError.self) {
                try ChartRenderer(gnuplot: "no-such-gnuplot").draw(toll(), to: folder + "/a.png")
            }
            #expect(error == .programMissing("no-such-gnuplot"))
            #expect(
                error?.description
                    == "no-such-gnuplot was not found on PATH: install it with 'apt-get install gnuplot-nox'")
            let left = try names(in: folder)
            #expect(left.isEmpty)
        }
    }

    @Test func missingAtItsPath() throws {
        let error = #expect(throws: GnuplotError.self) {
            try ChartRenderer(gnuplot: "/no/gnuplot").terminal(toll())
        }
        #expect(error?.description == "there is no program at '/no/gnuplot': give the path of gnuplot")
    }

    @Test func notExecutable() throws {
        let error = #expect(throws: GnuplotError.self) { try ChartRenderer(gnuplot: "/tmp").terminal(toll()) }
        #expect(error == .notStarted(program: "/tmp", reason: "Permission denied"))
    }

    @Test func leavesAtOnce() throws {
        try withFolder { folder in
            let fake = try program("echo 'no licence' >&2; exit 3", in: folder)
            #expect(throws: GnuplotError.exited(status: 3, messages: "no licence")) {
                try ChartRenderer(gnuplot: fake).draw(toll(), to: folder + "/a.png")
            }
            #expect(try names(in: folder) == ["gnuplot"])
        }
    }

    @Test func diesHalfWay() throws {
        try withFolder { folder in
            let fake = try program("read line; kill -9 $$", in: folder)
            #expect(throws: GnuplotError.killed(signal: 9, messages: "")) {
                try ChartRenderer(gnuplot: fake).draw(toll(), to: folder + "/a.svg")
            }
            #expect(try names(in: folder) == ["gnuplot"])
        }
    }

    @Test func doesNotEnd() throws {
        try withFolder { folder in
            var renderer = ChartRenderer(gnuplot: try program("sleep 600", in: folder))
            renderer.timeLimit = 1
            #expect(throws: GnuplotError.timedOut(seconds: 1)) { try renderer.draw(toll(), to: folder + "/a.svg") }
            #expect(try names(in: folder) == ["gnuplot"])
        }
    }

    @Test func saysNothingAndDrawsNothing() throws {
        try withFolder { folder in
            let fake = try program("echo 'gnuplot_stream: end of script' >&2", in: folder)
            #expect(throws: GnuplotError.pictureCutShort(format: .pdf)) {
                try ChartRenderer(gnuplot: fake).draw(toll(), to: folder + "/a.pdf")
            }
            #expect(try names(in: folder) == ["gnuplot"])
        }
    }

    @Test func aThemeThatGnuplotDoesNotRead() throws {
        try withFolder { folder in
            let theme = ChartTheme(script: ChartTheme.standard.script + "\nset nonsense\n")
            let error = #expect(throws: GnuplotError.self) {
                try ChartRenderer(theme: theme).draw(toll(), to: folder + "/a.png")
            }
            guard case .scriptRefused(let messages) = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
            #expect(messages.contains("nonsense"))
            let left = try names(in: folder)
            #expect(left.isEmpty)
        }
    }

    @Test(arguments: ["png", "svg", "pdf", "txt", "gp"])
    func noSuchFolder(ending: String) {
        let path = "/no/such/folder/a.\(ending)"
        #expect(throws: GnuplotError.cannotWrite(path: path, reason: "No such file or directory")) {
            try ChartRenderer().draw(toll(), to: path)
        }
    }

    @Test func theTargetIsAFolder() throws {
        try withFolder { folder in
            let path = folder + "/a.png"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            #expect(throws: GnuplotError.cannotWrite(path: path, reason: "Is a directory")) {
                try ChartRenderer().draw(toll(), to: path)
            }
            #expect(try names(in: folder) == ["a.png"])
        }
    }

    @Test(arguments: ["chart", "chart.jpeg", "a.png/chart", ".hidden."])
    func anEndingThatIsNoFormat(path: String) {
        #expect(throws: GnuplotError.unknownFormat(path: path)) { try ChartRenderer().draw(toll(), to: path) }
    }

    @Test func nothingToDraw() throws {
        for lines in [[], [ChartLine(label: "empty", points: [])]] {
            #expect(throws: GnuplotError.nothingToDraw(title: "Trucks")) {
                try ChartRenderer().terminal(Chart(title: "Trucks", lines: lines))
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func notANumber(value: Double) throws {
        let chart = try Chart(title: "t", lines: [line("a", [1, value])])
        let date = try day("2023-10-16")
        #expect(throws: GnuplotError.valueNotFinite(label: "a", date: date)) {
            try ChartRenderer().terminal(chart)
        }
    }

    /// One bad chart, and none takes its place; what was there before stays.
    @Test func allOrNone() throws {
        try withFolder { folder in
            let old = folder + "/a.png"
            try Data("old".utf8).write(to: URL(fileURLWithPath: old))
            #expect(throws: GnuplotError.self) {
                try ChartRenderer().draw([(toll(), old), (toll(), "/no/such/folder/b.png")])
            }
            #expect(try contents(old).text == "old")
            #expect(try names(in: folder) == ["a.png"])
        }
    }
}
