import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct BackupTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("a.db").path)
        try store.take([Printing("a", .sample(9061)), Printing("b", .sample(12, by: .army))], by: .current)
    }

    private func path(_ name: String) -> String { folder.file(name).path }
    private var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @Test func isOneWholeFile() throws {
        try store.backup(to: path("b.db"))
        #expect(try files.filter { !$0.hasPrefix("a.db") } == ["b.db"])
        let copy = try Store.existing(path: path("b.db"), access: .read)
        #expect(try copy.figures() == store.figures())
        #expect(try copy.health(.current).isEmpty)
    }

    /// What an open transaction has written is not in it, and does not hold it up.
    @Test func isMadeWhileAnotherWrites() throws {
        let other = try Store(path: path("a.db"))
        try other.write { db in
            try db.execute(sql: "DELETE FROM figure")
            try store.backup(to: path("b.db"))
        }
        #expect(try Store(path: path("b.db")).figures().count == 2)
        #expect(try store.figures().isEmpty)
    }

    @Test func replacesNothingUnasked() throws {
        try folder.write("mine", to: "b.db")
        #expect(throws: StoreError.self) { try store.backup(to: path("b.db")) }
        #expect(try folder.text("b.db") == "mine")
        try store.backup(to: path("b.db"), replacing: true)
        #expect(try Store.existing(path: path("b.db"), access: .read).figures().count == 2)
    }

    @Test func refusesAStoreInUseAndItself() throws {
        let other = try Store(path: path("b.db"))
        try other.take([Printing("c", .sample(1))], by: .current)
        #expect(throws: StoreError.self) { try store.backup(to: path("b.db"), replacing: true) }
        #expect(throws: StoreError.self) { try store.backup(to: path("a.db"), replacing: true) }
        #expect(throws: StoreError.self) { try store.backup(to: folder.path) }
        #expect(throws: StoreError.self) { try store.backup(to: path("none/b.db")) }
        #expect(try other.figures().count == 1 && store.figures().count == 2)
        #expect(try files.allSatisfy { !$0.hasSuffix(".tmp") })
    }

    @Test func isAsPrivateAsTheStore() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("a.db"))
        try store.backup(to: path("b.db"))
        let mode = try FileManager.default.attributesOfItem(atPath: path("b.db"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
