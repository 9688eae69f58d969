import Foundation
import Synchronization

/// ^C and the like, asked for between two pieces of work, so that what was done is kept and told.
///
/// The second ^C ends the program at once: the store holds what was put into it, and the next run goes on from there.
enum Interruption {
    private static let signal = Atomic<Int32>(0)

    /// The signal that came; nil for none.
    static var received: Int32? {
        let value = signal.load(ordering: .relaxed)
        return value == 0 ? nil : value
    }

    static func listen() {
        // Made now, not in a handler.
        signal.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            // Of those that a signal handler may do: set a word, and give the next signal its usual meaning.
            action.__sigaction_handler = .init(sa_handler: { Interruption.signal.store($0, ordering: .relaxed) })
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
    }
}
