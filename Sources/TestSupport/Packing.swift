import CArchive

/// Makes archives and compressed files in memory.
public enum Packing {
    public enum Format: Sendable { case tar, zip, raw }
    public enum Filter: CaseIterable, Sendable { case none, gzip, bzip2, xz, zstd }

    /// An archive of these files, in their order.
    public static func archive(_ files: [(name: String, bytes: [UInt8])], _ format: Format, _ filter: Filter = .none)
        -> [UInt8]
    {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        switch format {
        case .tar: archive_write_set_format_pax_restricted(archive)
        case .zip: archive_write_set_format_zip(archive)
        case .raw: archive_write_set_format_raw(archive)
        }
        switch filter {
        case .none: archive_write_add_filter_none(archive)
        case .gzip: archive_write_add_filter_gzip(archive)
        case .bzip2: archive_write_add_filter_bzip2(archive)
        case .xz: archive_write_add_filter_xz(archive)
        case .zstd: archive_write_add_filter_zstd(archive)
        }
        // The block of tar is 10 KB, and more where the packed bytes are many.
        var packed = [UInt8](repeating: 0, count: files.reduce(1 << 16) { $0 + $1.bytes.count + 4096 })
        var used = 0
        packed.withUnsafeMutableBytes { buffer in
            archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
            for file in files {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, file.name)
                archive_entry_set_size(entry, Int64(file.bytes.count))
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_perm(entry, 0o644)
                archive_write_header(archive, entry)
                _ = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(archive)
        }
        return Array(packed[..<used])
    }

    public static func tar(_ files: [(String, String)], _ filter: Filter = .none) -> [UInt8] {
        archive(files.map { ($0, Array($1.utf8)) }, .tar, filter)
    }

    public static func zip(_ files: [(String, String)]) -> [UInt8] { archive(files.map { ($0, Array($1.utf8)) }, .zip) }

    public static func compressed(_ bytes: [UInt8], _ filter: Filter = .gzip) -> [UInt8] {
        archive([("a", bytes)], .raw, filter)
    }

    public static func gzip(_ text: String) -> [UInt8] { compressed(Array(text.utf8)) }
}
