import Foundation

/// What a run is at, in a file that outlives it: how many inputs it has tried, and the one that it is trying.
///
/// The file is mapped into memory by the process that works and by the one that watches. Its first eight bytes count
/// the inputs, the next eight say how long the current one is, which follows.
final class SharedState: @unchecked Sendable {
    private let memory: UnsafeMutableRawPointer
    private static let head = 16
    /// The largest input, in bytes.
    static let capacity = 4 << 20
    private static var size: Int { head + capacity }

    /// - Throws: where the file cannot be made or mapped.
    init(path: String) throws {
        let file = open(path, O_RDWR | O_CREAT, 0o644)
        defer { close(file) }
        guard file >= 0, ftruncate(file, SharedState.size) == 0,
            let memory = mmap(nil, SharedState.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
        else { throw Violation("\(path): cannot be made: \(String(cString: strerror(errno)))") }
        self.memory = memory
    }

    deinit { munmap(memory, SharedState.size) }

    var count: Int { memory.load(as: Int.self) }

    var input: [UInt8] {
        let length = min(max(memory.load(fromByteOffset: 8, as: Int.self), 0), SharedState.capacity)
        return Array(UnsafeRawBufferPointer(start: memory + SharedState.head, count: length))
    }

    /// Notes that this input is tried now.
    func begin(_ input: UnsafeRawBufferPointer) {
        let length = min(input.count, SharedState.capacity)
        if let start = input.baseAddress { memcpy(memory + SharedState.head, start, length) }
        memory.storeBytes(of: length, toByteOffset: 8, as: Int.self)
        memory.storeBytes(of: count + 1, as: Int.self)
    }
}
