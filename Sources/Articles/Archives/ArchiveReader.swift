import CArchive

/// The files in an archive (tar, ZIP), or the one in a compressed file (bzip2, xz, zstd), by libarchive.
///
/// Files are read as they come and never written anywhere: an entry's name is a name, not a path. Links, folders and
/// devices are passed over. Memory stays that of one piece and of the decompressor.
final class ArchiveReader {
    /// A file in the archive.
    struct Entry {
        /// Nil in a compressed file, which names none.
        let name: String?
        let isEncrypted: Bool
    }

    private let archive: OpaquePointer
    private var packed: ByteStream
    private let budget: UnpackBudget
    /// Lent to libarchive until it asks for the next.
    private var lent: UnsafeMutableBufferPointer<UInt8>?

    /// Why nothing more could be read; nil at a clean end.
    private(set) var damage: DamagedInput?
    /// Whether the reader of a file came upon the damage, and so has told it.
    private(set) var isDamageKnown = false

    init(_ packed: ByteStream, _ budget: UnpackBudget) {
        self.packed = packed
        self.budget = budget
        archive = archive_read_new()
        // Named one by one: "all" takes in those that start other programs.
        archive_read_support_filter_bzip2(archive)
        archive_read_support_filter_xz(archive)
        archive_read_support_filter_lzma(archive)
        archive_read_support_filter_zstd(archive)
        archive_read_support_format_tar(archive)
        archive_read_support_format_zip(archive)
        archive_read_support_format_raw(archive)
        archive_read_support_format_empty(archive)
    }

    deinit {
        archive_read_free(archive)
        lent?.deallocate()
    }

    /// Hands each file to `body`, with its bytes; what `body` leaves unread is passed over.
    ///
    /// - Throws: what `body` throws. A damaged archive ends the loop and leaves `damage`.
    func forEachFile(_ body: (Entry, inout ByteStream) throws -> Void) rethrows {
        guard open() else {
            damage = DamagedInput(reason: message)
            return
        }
        while let entry = nextFile() {
            var bytes = ByteStream(EntrySource(self))
            try body(entry, &bytes)
            isDamageKnown = bytes.error != nil
            while bytes.error == nil, !bytes.piece().isEmpty {}
            if isBroken { return }
        }
    }

    private var isBroken: Bool { damage != nil }

    private var message: String {
        archive_error_string(archive).map { String(cString: $0) } ?? "damaged archive"
    }

    private func open() -> Bool {
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        archive_read_set_read_callback(archive) { _, client, buffer in
            Unmanaged<ArchiveReader>.fromOpaque(client!).takeUnretainedValue().lend(buffer!)
        }
        if packed.length != nil {
            archive_read_set_seek_callback(archive) { _, client, offset, whence in
                Unmanaged<ArchiveReader>.fromOpaque(client!).takeUnretainedValue().seek(offset, whence)
            }
        }
        return archive_read_open1(archive) == ARCHIVE_OK
    }

    private func nextFile() -> Entry? {
        while true {
            var header: OpaquePointer?
            switch archive_read_next_header(archive, &header) {
            case ARCHIVE_OK, ARCHIVE_WARN, ARCHIVE_RETRY: break
            case ARCHIVE_EOF:
                damage = packed.error.map { DamagedInput(reason: $0) }
                return nil
            default:
                damage = DamagedInput(reason: packed.error ?? message)
                return nil
            }
            // An entry without data costs as much as a header of tar.
            do { try budget.unpack(512) } catch {
                damage = error
                return nil
            }
            guard let header, archive_entry_filetype(header) == UInt32(S_IFREG), archive_entry_hardlink(header) == nil
            else { continue }
            return Entry(name: name(of: header), isEncrypted: archive_entry_is_data_encrypted(header) == 1)
        }
    }

    private func name(of header: OpaquePointer) -> String? {
        if archive_format(archive) == ARCHIVE_FORMAT_RAW { return nil }
        let bytes = archive_entry_pathname_utf8(header) ?? archive_entry_pathname(header)
        return bytes.map { String(cString: $0) } ?? "unnamed"
    }

    /// The next bytes of the current file; empty at its end.
    fileprivate func data() throws(DamagedInput) -> [UInt8] {
        if let damage { throw damage }
        var count = 0
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
            count = archive_read_data(archive, buffer.baseAddress, buffer.count)
            filled = max(count, 0)
        }
        if count < 0 {
            let failure = DamagedInput(reason: packed.error ?? message)
            if count == Int(ARCHIVE_FATAL) { damage = failure }
            throw failure
        }
        do { try budget.unpack(count) } catch {
            damage = error
            throw error
        }
        return piece
    }

    // MARK: - libarchive asks

    private func lend(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        lent?.deallocate()
        let piece = packed.piece()
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: piece.count)
        _ = copy.initialize(from: piece)
        lent = copy
        buffer.pointee = UnsafeRawPointer(copy.baseAddress)
        return piece.isEmpty && packed.error != nil ? Int(ARCHIVE_FATAL) : piece.count
    }

    private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
        guard let length = packed.length else { return Int64(ARCHIVE_FATAL) }
        let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? packed.offset : length
        let target = min(max(base + Int(offset), 0), length)
        packed.seek(to: target)
        return Int64(target)
    }
}

/// The bytes of an archive's current file.
private final class EntrySource: ByteSource {
    private let archive: ArchiveReader

    init(_ archive: ArchiveReader) { self.archive = archive }

    func next() throws(DamagedInput) -> [UInt8] { try archive.data() }
}
