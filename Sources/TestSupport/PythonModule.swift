public import Foundation

/// A package of Python that reads what sitrep writes, where this machine has it.
///
///     @Test(.enabled(if: PythonModule.openpyxl.isInstalled, PythonModule.openpyxl.missing)) func reads() …
public struct PythonModule: Sendable {
    /// The name of its package on PyPI.
    public let package: String
    public let isInstalled: Bool

    public static let libhxl = PythonModule("hxl", of: "libhxl")
    public static let frictionless = PythonModule("frictionless")
    public static let openpyxl = PythonModule("openpyxl")
    public static let datasette = PythonModule("datasette")

    private init(_ name: String, of package: String? = nil) {
        self.package = package ?? name
        let search = "import importlib.util, sys; sys.exit(importlib.util.find_spec('\(name)') is None)"
        isInstalled = PythonModule.status(["-c", search]) == 0
    }

    /// Why a test is skipped.
    public var missing: String { "python3 has no \(package): pip install \(package)" }

    /// Runs Python with these arguments.
    ///
    /// - Throws: what `CommandRunner` does.
    public static func run(_ arguments: [String], in folder: URL) async throws -> CommandRunner.Result {
        try await CommandRunner(program: URL(fileURLWithPath: "/usr/bin/env")).run(
            ["python3"] + arguments, in: folder, timeout: 600)
    }

    private static func status(_ arguments: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
