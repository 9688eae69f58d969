import Foundation
import Glibc

/// A file that is written beside its target and takes its place when it is whole.
struct OutputFile {
    let target: String
    /// Exists and is empty after `init`.
    let temporary: String

    /// Throws where the folder cannot be written to, or the target is a folder.
    init(_ target: String) throws(GnuplotError) {
        self.target = target
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw .cannotWrite(path: target, reason: systemReason(EISDIR))
        }
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        temporary = folder + ".chart-" + String(UInt64.random(in: 0...UInt64.max), radix: 36) + ".tmp"
        let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: target, reason: systemReason(errno)) }
        close(descriptor)
    }

    func write(_ bytes: Data) throws(GnuplotError) {
        do {
            try bytes.write(to: URL(fileURLWithPath: temporary))
        } catch {
            throw .cannotWrite(path: target, reason: error.localizedDescription)
        }
    }

    /// Looks whether a picture is whole and takes the clock's time out of it.
    func checkPicture(_ format: ChartFormat, _ caption: SVGCaption) throws(GnuplotError) {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: temporary))
        } catch {
            throw .cannotWrite(path: target, reason: error.localizedDescription)
        }
        let picture = try finished(bytes, format, caption)
        if picture != bytes { try write(picture) }
    }

    /// Puts the file in the target's place.
    func commit() throws(GnuplotError) {
        guard rename(temporary, target) == 0 else {
            throw .cannotWrite(path: target, reason: systemReason(errno))
        }
    }

    /// Removes what was not committed.
    func discard() { unlink(temporary) }
}

/// A whole picture without a time of making, an SVG with its own title and ids; throws where its end is missing.
func finished(_ picture: Data, _ format: ChartFormat, _ caption: SVGCaption) throws(GnuplotError) -> Data {
    let end: String
    switch format {
    case .png: end = "IEND"
    case .svg: end = "</svg>"
    case .pdf: end = "%%EOF"
    case .sixel: end = "\u{1b}\\"
    case .terminal, .script: return picture
    }
    guard picture.suffix(64).range(of: Data(end.utf8)) != nil else { throw .pictureCutShort(format: format) }
    switch format {
    case .pdf: return withoutDate(picture)
    case .svg: return Data(SVGPicture(String(decoding: picture, as: UTF8.self), caption).text.utf8)
    default: return picture
    }
}

/// cairo writes the time of making into a PDF and cannot be told not to. Another of the same length takes its place,
/// so that the offsets in the file still hold.
private func withoutDate(_ pdf: Data) -> Data {
    var pdf = pdf
    let key = Data("/CreationDate (D:".utf8)
    guard let found = pdf.range(of: key, options: .backwards), found.upperBound + 14 <= pdf.endIndex else { return pdf }
    pdf.replaceSubrange(found.upperBound..<found.upperBound + 14, with: Data("20000101000000".utf8))
    return pdf
}
