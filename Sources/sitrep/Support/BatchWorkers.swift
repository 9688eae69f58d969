import Foundation

/// Works on batches with several threads and hands the results on in the order of the batches.
///
///     let workers = BatchWorkers(jobs: 2, work: { … }, emit: { … })
///     try workers.submit(batch)
///     try workers.finish()
///
/// The thread that submits is one of the jobs: while enough batches wait, it works too. So the queue is bounded, and
/// with one job no thread is made at all.
final class BatchWorkers<Batch: Sendable, Product: Sendable>: @unchecked Sendable {
    private let work: @Sendable (Batch) -> Product
    /// Called in order, by the thread that submits.
    private let emit: (Product) throws -> Void
    private let jobs: Int
    private let condition = NSCondition()
    // All below is under the condition's lock.
    private var waiting: [(number: Int, batch: Batch)] = []
    private var done: [Int: Product] = [:]
    private var isClosed = false
    // These belong to the thread that submits.
    private var submitted = 0
    private var emitted = 0

    /// How many batches may be on their way for each job.
    private static var reach: Int { 2 }

    /// - Parameter jobs: how many threads work, 1 or more, the submitting one among them.
    init(jobs: Int, work: @escaping @Sendable (Batch) -> Product, emit: @escaping (Product) throws -> Void) {
        self.jobs = jobs
        self.work = work
        self.emit = emit
        for _ in 1..<max(jobs, 1) { Thread.detachNewThread { self.serve() } }
    }

    /// Takes a batch on; results that are due are emitted meanwhile.
    func submit(_ batch: Batch) throws {
        guard jobs > 1 else { return try emit(work(batch)) }
        condition.withLock { waiting.append((submitted, batch)) }
        condition.broadcast()
        submitted += 1
        try emitDone()
        while submitted - emitted > jobs * Self.reach { try help() }
    }

    /// Ends when all results are emitted. The workers end too, also where `emit` throws.
    func finish() throws {
        defer { close() }
        while emitted < submitted { try help() }
    }

    /// Lets the workers go; what is not done stays undone.
    func close() {
        condition.withLock {
            isClosed = true
            waiting = []
        }
        condition.broadcast()
    }

    private func serve() {
        while let (number, batch) = next() { put(work(batch), number) }
    }

    /// The next batch for a worker, which waits for it; nil at the end.
    private func next() -> (number: Int, batch: Batch)? {
        condition.withLock {
            while waiting.isEmpty, !isClosed { condition.wait() }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }

    private func put(_ product: Product, _ number: Int) {
        condition.withLock { done[number] = product }
        condition.broadcast()
    }

    /// Works on a batch that waits for a worker; where none does, waits for a result.
    private func help() throws {
        let batch = condition.withLock { () -> (number: Int, batch: Batch)? in
            if !waiting.isEmpty { return waiting.removeFirst() }
            while done[emitted] == nil { condition.wait() }
            return nil
        }
        if let (number, batch) = batch { put(work(batch), number) }
        try emitDone()
    }

    private func emitDone() throws {
        while let product = condition.withLock({ done.removeValue(forKey: emitted) }) {
            emitted += 1
            try emit(product)
        }
    }
}
