import Foundation
import TestSupport
import Testing

@Suite struct TemporaryFolderTests {
    @Test func deletesItselfWithWhatItHolds() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(folder).path
        try folder?.write("one", to: "a/b/c.txt")
        #expect(try folder?.text("a/b/c.txt") == "one")
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func isItsOwn() throws { #expect(try TemporaryFolder().path != TemporaryFolder().path) }
}

@Suite struct SplitMix64Tests {
    /// The first numbers of the reference implementation for the seed 1234567.
    @Test func givesTheReferencesNumbers() {
        var generator = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in generator.next() }
                == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func givesTheSameForTheSameSeed() {
        var one = SplitMix64(seed: 9)
        var other = SplitMix64(seed: 9)
        var third = SplitMix64(seed: 10)
        let bytes = one.bytes(64)
        #expect(bytes == other.bytes(64) && bytes != third.bytes(64))
    }
}

@Suite struct PackageFolderTests {
    @Test func findsThePackageAboveAFile() throws {
        let root = try #require(PackageFolder.root())
        #expect(FileManager.default.fileExists(atPath: root.appendingPathComponent("Sources/Figures").path))
    }

    @Test func findsNoGoldBesideAnotherPackage() throws {
        let folder = try TemporaryFolder()
        let manifest = try folder.write("", to: "package/Package.swift")
        #expect(PackageFolder.root(of: manifest.path) == manifest.deletingLastPathComponent())
        #expect(PackageFolder.gold(of: manifest.path) == nil)
    }
}
