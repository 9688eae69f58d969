import Foundation
import TestSupport
import Testing

/// Disks that are full, that may not be written to, or that have a limit. A small disk in memory is mounted in a name
/// space of its own, which goes with the shell; where that is not allowed these tests say so and are skipped.
@Suite struct DiskTests {
    /// How a shell is started that may mount; nil where none may.
    private static let mounter = Task { () -> [String]? in
        for options in [["-m"], ["-rm"]] {
            let command = ["/usr/bin/unshare"] + options + ["/bin/sh"]
            let result = try? await StoreFolder().shell("mkdir d && mount -t tmpfs tmpfs d", by: command)
            if result?.status == 0 { return command }
        }
        return nil
    }

    private static let news = (0..<140).map(NewsItem.init)

    /// The figures of the news where nothing goes amiss.
    private static let figures = Task {
        let place = try StoreFolder()
        try await place.ingest(news, into: "a.db")
        return try await place.export("a.db")
    }

    private let place: StoreFolder

    init() async throws {
        place = try StoreFolder()
        try place.folder.write(DiskTests.news.jsonLines, to: "news.jsonl")
        try place.folder.write(await DiskTests.figures.value, to: "figures")
    }

    /// Runs a script beside `disk`, which is mounted with the size.
    private func withDisk(_ size: String, _ script: String) async throws -> CommandRunner.Result? {
        guard let mounter = await DiskTests.mounter.value else {
            print("skipped: no disk may be mounted here")
            return nil
        }
        return try await place.shell(
            "mkdir disk; mount -t tmpfs -o size=\(size) tmpfs disk || exit 99\n" + script, by: mounter)
    }

    /// Full before the store is made: nothing is left of it.
    @Test func aDiskTooSmall() async throws {
        let result = try await withDisk(
            "100k",
            """
            sitrep ingest --db disk/a.db news.jsonl; echo $?
            ls -A disk
            """)
        guard let result else { return }
        #expect(result.outputText == "2\n")
        #expect(result.errorText.hasPrefix("sitrep: disk/a.db: the disk is full: "))
    }

    /// Full half-way: what was stored stays and is told, and with room the same command ends with the figures that it
    /// would have had at once.
    @Test func aFullDisk() async throws {
        let result = try await withDisk(
            "600k",
            """
            mkfifo pipe
            feed() { (head -40 news.jsonl; sleep 1; tail -n +41 news.jsonl) > pipe & }
            feed; sitrep ingest --jobs 1 --db disk/a.db pipe 2> full; echo $?
            ls -A disk | grep tmp
            sitrep figures --db disk/a.db --format jsonl | wc -l > count
            sitrep doctor --db disk/a.db | grep store: | cut -c1-5
            mount -o remount,size=64m disk
            feed; sitrep ingest --db disk/a.db pipe 2> /dev/null; echo $?
            sitrep export --db disk/a.db --format jsonl | sed 's/"path":"pipe"/"path":"news.jsonl"/' | cmp - figures &&
              echo the same
            ls disk
            """)
        guard let result else { return }
        #expect(result.outputText == "1\nok   \n0\nthe same\na.db\n", "\(result.errorText)")
        let told = try place.folder.text("full")
        #expect(told.contains("the disk is full: what was stored before is safe; make room and give the same command"))
        let count = try #require(Int(place.folder.text("count").filter(\.isNumber)))
        #expect(count > 0 && told.contains("articles added with \(count) figures"), "\(told)")
    }

    /// A file that may not grow is a failed write, and not the end of the program.
    @Test func aLimitOfTheShell() async throws {
        let result = try await place.shell(
            """
            head -20 news.jsonl > few.jsonl; sitrep ingest --db a.db few.jsonl
            (ulimit -f 800; sitrep ingest --db a.db news.jsonl && echo done) 2> told
            sitrep figures --db a.db --format csv | wc -l > count
            sitrep ingest --db a.db news.jsonl 2> /dev/null; echo $?
            sitrep export --db a.db --format jsonl | sed 's/few.jsonl/news.jsonl/' | cmp - figures && echo the same
            ls -A
            """)
        #expect(
            result.outputText == "0\nthe same\na.db\ncount\nfew.jsonl\nfigures\nnews.jsonl\ntold\n",
            "\(result.errorText)")
        #expect(try #require(Int(place.folder.text("count").filter(\.isNumber))) > 1)
        #expect(try place.folder.text("told").contains("sitrep: a.db: the disk does not take or give its bytes"))
    }

    /// Who may not write reads all the same, and who would write is told why not.
    @Test func aDiskThatMayOnlyBeRead() async throws {
        let result = try await withDisk(
            "16m",
            """
            sitrep ingest --db disk/a.db news.jsonl 2> /dev/null
            mount -o remount,ro disk
            sitrep export --db disk/a.db --format jsonl | cmp - figures && echo the same
            sitrep ingest --db disk/a.db news.jsonl; echo $?
            sitrep ingest --db disk/b.db news.jsonl; echo $?
            sitrep sources rename police guards --db disk/a.db; echo $?
            ls -A disk
            """)
        guard let result else { return }
        #expect(result.outputText == "the same\n2\n2\n2\na.db\n")
        let lines = result.errorText.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.contains("may not be written to (Read-only file system): name another file") })
    }

    /// Root may write everywhere, so that another user is asked.
    @Test func aFolderOfAnother() async throws {
        let result = try await place.shell(
            """
            if [ $(id -u) = 0 ]; then drop='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
            chmod 755 .; $drop sitrep --version > /dev/null 2>&1 || { echo skipped; exit; }
            mkdir shut; head -3 news.jsonl > few.jsonl; sitrep ingest --db shut/a.db few.jsonl 2> /dev/null
            chmod 555 shut; chmod 444 shut/a.db
            $drop sitrep figures --db shut/a.db --format csv | wc -l
            $drop sitrep ingest --db shut/a.db few.jsonl; echo $?
            $drop sitrep ingest --db shut/b.db few.jsonl; echo $?
            ls -A shut
            """)
        if result.outputText == "skipped\n" { return print("skipped: no other user may run the program here") }
        let lines = result.outputText.split(separator: "\n")
        #expect(Int(lines[0].filter(\.isNumber)) ?? 0 > 3)
        #expect(lines.dropFirst() == ["2", "2", "a.db"])
        #expect(result.errorText.contains("shut/a.db: cannot be changed: 'shut/a.db' may not be written to"))
        #expect(result.errorText.contains("shut/b.db: cannot be opened: 'shut' may not be written to"))
    }
}
