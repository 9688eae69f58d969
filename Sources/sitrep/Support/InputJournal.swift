import Articles
import Foundation
import TimeSeries

/// Remembers in the store which inputs are done and how far, so that a run that was stopped goes on and a repeated one
/// is short. What it says of an input is stored with the input's articles, never before.
final class InputJournal {
    private let session: IngestSession
    private let reader: String
    private let readsAnew: Bool
    private var current: InputState?
    /// Files that are read to their end, whose last articles may still wait in the batch.
    private var ended: [InputState] = []
    private var fetched: [(url: String, validators: Validators)] = []

    /// - Parameters:
    ///   - reader: stands for all that decides what a file gives.
    ///   - readsAnew: nothing of before counts.
    init(_ session: IngestSession, reader: String, readsAnew: Bool) {
        self.session = session
        self.reader = reader
        self.readsAnew = readsAnew
    }

    /// Says that a file is begun; gives what is known of the same file, read in the same way.
    func begin(_ path: String, _ stamp: (size: Int, modified: Int)?) throws -> InputState? {
        guard let stamp else {
            current = nil
            return nil
        }
        let whole = URL(fileURLWithPath: path).standardizedFileURL.path
        let state = InputState(path: whole, reader: reader, size: stamp.size, modified: stamp.modified)
        guard !readsAnew, let known = try session.existing?.inputState(path: whole), known.isSameInput(as: state)
        else {
            current = state
            return nil
        }
        // One with problems is read again from its beginning, so that they are told again.
        if known.isFinished, known.problems > 0 {
            current = state
            return nil
        }
        current = known.isFinished ? nil : known
        session.tally.addKnown(known.articles)
        return known
    }

    func addArticle() { current?.articles += 1 }
    func addProblem() { current?.problems += 1 }

    /// Says that the current file is read to its end.
    func end() {
        guard var state = current else { return }
        state.isFinished = true
        ended.append(state)
        current = nil
    }

    func addFetched(_ url: String, _ validators: Validators) { fetched.append((url, validators)) }

    func validators(_ url: String) throws -> Validators? {
        guard !readsAnew, let known = try session.existing?.download(url) else { return nil }
        return Validators(etag: known.etag, lastModified: known.lastModified)
    }

    /// Says what is done with all articles that were handed on.
    ///
    /// - Parameter position: how many records of the current file are done; nil where it is not read by records.
    func save(position: Int?) throws {
        guard session.opened != nil else { return }
        var states = ended
        if var state = current, let position, position > state.position {
            state.position = position
            current = state
            states.append(state)
        }
        try session.put(inputs: states, downloads: fetched.map { ($0.url, Download($0.validators)) })
        ended = []
        fetched = []
    }
}
