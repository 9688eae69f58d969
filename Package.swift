// swift-tools-version: 6.2
import PackageDescription

/// Layers are kept by the compiler: an import is internal unless a public
/// declaration needs it, and a module sees only what it imports itself.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "sitrep",
    products: [
        .executable(name: "sitrep", targets: ["sitrep"]),
        .library(name: "Figures", targets: ["Figures"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        // Data/ as bytes in the binary.
        .target(name: "EmbeddedData"),
        // Text in, figures out. No Foundation, no files, no database, no clock.
        .target(name: "Figures", dependencies: ["EmbeddedData"], swiftSettings: swiftSettings),
        // Every input format to `Article`.
        .target(
            name: "Articles",
            dependencies: [
                "Figures", "Markup", "LanguageDetector", "CEncodingDetector", "ChildProcess", "CArchive", "CZlib",
                "CMarkdown", "CMessageDigest", "WebTransfer",
            ],
            swiftSettings: swiftSettings),
        // A thin C face on libcurl, which is loaded when the first address is read.
        .target(name: "WebTransfer"),
        // Other programs run with limits: pdftotext, gnuplot.
        .target(name: "ChildProcess"),
        // Archives and what is compressed, by the system's libarchive and zlib.
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        // A thin C face on the parsers of libxml2, for pages and feeds.
        .target(name: "Markup", dependencies: ["LibXML2"]),
        // Markdown with tables, by cmark-gfm.
        .systemLibrary(
            name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        // Encodings told by their bytes.
        .systemLibrary(name: "CEncodingDetector", providers: [.apt(["libuchardet-dev"])]),
        // A thin C face on CLD2: languages told by their letters.
        .target(name: "LanguageDetector", linkerSettings: [.linkedLibrary("cld2")]),
        .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // SHA-256 and SHA-1 by nettle, which has them in the instructions of the processor.
        .systemLibrary(name: "CMessageDigest", providers: [.apt(["nettle-dev"])]),
        // Workbooks of spreadsheets, by the system's libxlsxwriter.
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // What of SQLite neither GRDB nor Swift reach.
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        // The store. The only importer of GRDB.
        .target(
            name: "TimeSeries",
            dependencies: [
                "Figures", "CMessageDigest", "CSQLite", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings),
        // A thin C face on gnuplot-iostream.
        .target(
            name: "GnuplotStream", dependencies: ["ChildProcess"],
            linkerSettings: [
                .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_filesystem"), .linkedLibrary("boost_system"),
            ]),
        .target(
            name: "Charts", dependencies: ["TimeSeries", "Figures", "GnuplotStream"], swiftSettings: swiftSettings),
        .target(
            name: "Reports",
            dependencies: [
                "TimeSeries", "Figures", "Charts", "EmbeddedData", "CXLSXWriter", "CMessageDigest",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "sitrep",
            dependencies: [
                "Figures", "Articles", "TimeSeries", "Charts", "Reports", "GnuplotStream", "EmbeddedData",
                "ChildProcess",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),
        // What `make bench` runs.
        .executableTarget(
            name: "sitrep-bench", dependencies: ["Figures", "Articles", "TimeSeries", "TestSupport"],
            swiftSettings: swiftSettings),
        // What `make fuzz` runs.
        .executableTarget(
            name: "sitrep-fuzz",
            dependencies: [
                "Figures", "Articles", "TimeSeries", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),
        .target(name: "TestSupport", dependencies: ["Figures", "CArchive"], swiftSettings: swiftSettings),
        .testTarget(
            name: "FiguresTests", dependencies: ["Figures", "TestSupport"], exclude: ["Golden"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "ArticlesTests", dependencies: ["Articles", "Figures", "TestSupport"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "TimeSeriesTests",
            dependencies: ["TimeSeries", "Figures", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "GnuplotStreamTests", dependencies: ["GnuplotStream", "TestSupport"], swiftSettings: swiftSettings),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "TimeSeries", "Figures", "TestSupport"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "TimeSeries", "Figures", "TestSupport"],
            exclude: ["Golden"], swiftSettings: swiftSettings),
        .testTarget(
            name: "sitrepTests",
            dependencies: ["TestSupport", "CMarkdown", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Cases", "News"], swiftSettings: swiftSettings),
    ],
    cLanguageStandard: .gnu2x,
    cxxLanguageStandard: .cxx17
)
