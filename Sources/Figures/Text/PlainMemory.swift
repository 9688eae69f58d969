#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Memory that grows where it is: a large block is mapped anew, not copied, so that a text of a hundred megabytes never has
/// its tokens twice.
enum PlainMemory {
    /// A block for so many elements that begins with those of `old`, which must not be used any more.
    static func resized<Element: BitwiseCopyable>(
        _ old: UnsafeMutablePointer<Element>?, to capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        guard let memory = realloc(old, capacity * MemoryLayout<Element>.stride) else {
            fatalError("no memory for the tokens of the text")
        }
        return memory.bindMemory(to: Element.self, capacity: capacity)
    }

    static func free<Element: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Element>) {
        #if canImport(Glibc)
            Glibc.free(memory)
        #elseif canImport(Musl)
            Musl.free(memory)
        #endif
    }
}
