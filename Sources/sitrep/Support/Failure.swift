import ArgumentParser
import Charts
import Glibc
import Reports
import TimeSeries

/// A failure that ends a command, with what to say.
enum Failure: Error, CustomStringConvertible {
    case nothingDone(String)

    var description: String {
        switch self {
        case .nothingDone(let text): text
        }
    }
}

/// The exit codes, beside 0 and ArgumentParser's 64.
extension ExitCode {
    /// Some input failed; the rest is done.
    static let someFailed = ExitCode(1)
    static let nothingDone = ExitCode(2)
}

/// Runs a command's work; an error that names its remedy is printed and ends the program with 2.
func reporting(_ body: () throws -> Void) throws {
    // A file that grows past the shell's limit is a failed write, which is told, and not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do { try body() } catch let error as StoreError {
        throw told(error)
    } catch let error as GnuplotError {
        throw told(error)
    } catch let error as ReportError {
        throw told(error)
    } catch let error as ExportError {
        throw told(error)
    } catch let error as Failure {
        throw told(error)
    }
}

private func told(_ error: some CustomStringConvertible) -> ExitCode {
    Console.note(error)
    return .nothingDone
}
