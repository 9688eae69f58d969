#include "ChildProcess.h"

#include <cerrno>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <sys/wait.h>
#include <unistd.h>

#include "Child.hpp"

namespace {

/// What was written, kept for the caller.
struct Written {
    std::string output, messages;
};

constexpr size_t message_limit = 1 << 16;

child_result ended(child_outcome outcome, int number = 0) { return {outcome, number, 0, 0, "", 0, "", nullptr}; }

/// Writes it all, or as much as the program wants: one that leaves early says why itself.
void feed(Descriptor descriptor, const char *bytes, size_t size) {
    PipeSignalGuard guard;
    while (size > 0) {
        const ssize_t count = write(descriptor.get(), bytes, size);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        bytes += count;
        size -= static_cast<size_t>(count);
    }
}

child_result run(const char *const *arguments, const char *input, size_t size, const child_limits &limits) {
    Pipe in = Pipe::open(), out = Pipe::open(), err = Pipe::open();
    pid_t child = -1;
    const int error = spawn(arguments, in.read.get(), out.write.get(), err.write.get(), child);
    if (error == ENOENT) return ended(CHILD_MISSING, error);
    if (error != 0) return ended(CHILD_NOT_STARTED, error);
    set_limits(child, limits.seconds, limits.memory_bytes);
    in.read.reset();
    out.write.reset();
    err.write.reset();
    auto written = std::make_unique<Written>();
    Watchdog watchdog(child, limits.seconds);
    Drain output(std::move(out.read), limits.output_bytes, child);
    Drain messages(std::move(err.read), message_limit);
    feed(std::move(in.write), input, size);
    written->output = std::move(output.text());
    written->messages = std::move(messages.text());
    const int status = reap(child, &watchdog);
    child_result result = ended(CHILD_ENDED);
    if (watchdog.has_killed()) result.outcome = CHILD_TIMED_OUT;
    if (output.is_over()) result.outcome = CHILD_WROTE_TOO_MUCH;
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result.output = written->output.data();
    result.output_size = written->output.size();
    result.messages = written->messages.c_str();
    result.owner = written.release();
    return result;
}

}  // namespace

child_result child_run(const char *const *arguments, const void *input, size_t size, child_limits limits) {
    try {
        return run(arguments, static_cast<const char *>(input), size, limits);
    } catch (const std::system_error &error) {
        return ended(CHILD_NOT_STARTED, error.code().value());
    } catch (...) {
        return ended(CHILD_NOT_STARTED);
    }
}

void child_result_free(child_result *result) {
    delete static_cast<Written *>(result->owner);
    result->owner = nullptr;
}
