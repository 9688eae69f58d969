#include "GnuplotStream.h"

#include <gnuplot-iostream.h>

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

extern "C" char **environ;

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor &&other) noexcept : fd_(other.release()) {}
    Descriptor &operator=(Descriptor &&other) noexcept {
        reset(other.release());
        return *this;
    }
    ~Descriptor() { reset(-1); }

    int get() const { return fd_; }
    int release() {
        int fd = fd_;
        fd_ = -1;
        return fd;
    }

private:
    void reset(int fd) {
        if (fd_ >= 0) close(fd_);
        fd_ = fd;
    }
    int fd_ = -1;
};

struct Pipe {
    Descriptor read, write;

    bool open() {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return false;
        read = Descriptor(ends[0]);
        write = Descriptor(ends[1]);
        return true;
    }
};

/// Keeps SIGPIPE from this thread for a scope, and takes one that a write raised in it.
///
/// The process's own handling of the signal stays as it is.
class PipeSignalGuard {
public:
    PipeSignalGuard() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        was_pending_ = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &pipe_, &old_);
    }
    ~PipeSignalGuard() {
        if (!was_pending_) {
            const timespec now = {0, 0};
            while (sigtimedwait(&pipe_, nullptr, &now) == -1 && errno == EINTR) {
            }
        }
        pthread_sigmask(SIG_SETMASK, &old_, nullptr);
    }

private:
    sigset_t pipe_, old_;
    bool was_pending_;
};

/// Reads a descriptor to its end on a thread of its own, so that gnuplot never waits for a reader.
class Reader {
public:
    explicit Reader(Descriptor from) : from_(std::move(from)), thread_([this] { run(); }) {}
    ~Reader() { join(); }

    std::string take() {
        join();
        return std::move(text_);
    }

private:
    void run() {
        char buffer[1 << 16];
        for (;;) {
            ssize_t count = read(from_.get(), buffer, sizeof buffer);
            if (count > 0) {
                text_.append(buffer, static_cast<size_t>(count));
            } else if (count == 0 || errno != EINTR) {
                return;
            }
        }
    }
    void join() {
        if (thread_.joinable()) thread_.join();
    }

    Descriptor from_;
    std::string text_;
    std::thread thread_;
};

/// Starts a program with the three pipe ends as its standard streams. Returns 0 or an errno.
int spawn(const char *program, int input, int output, int errors, pid_t *pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigemptyset(&all);
    sigaddset(&all, SIGPIPE);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    // -d: the user's own ~/.gnuplot must not change a picture; -: read commands from the pipe.
    char name[] = "gnuplot", defaults[] = "-d", dash[] = "-";
    char *arguments[] = {name, defaults, dash, nullptr};
    int failure = posix_spawnp(pid, program, &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

char *copy(const std::string &text) {
    char *bytes = static_cast<char *>(malloc(text.size() + 1));
    if (bytes) memcpy(bytes, text.c_str(), text.size() + 1);
    return bytes;
}

}  // namespace

struct sitrep_gnuplot {
    pid_t pid = -1;
    bool broken = false;
    std::unique_ptr<Gnuplot> stream;
    std::unique_ptr<Reader> output, errors;

    /// Runs `body` on the stream; false where gnuplot no longer listens.
    template <typename Body>
    bool attempt(Body body) noexcept {
        PipeSignalGuard guard;
        try {
            body(*stream);
            stream->flush();
        } catch (const std::exception &) {
            broken = true;
        }
        broken = broken || !stream->good();
        return !broken;
    }

    /// Waits for the process to end, and stops it when the time is up.
    void wait(int seconds, sitrep_gnuplot_result *result) {
        using namespace std::chrono;
        const auto deadline = steady_clock::now() + std::chrono::seconds(seconds);
        int status = 0;
        for (;;) {
            pid_t ended = waitpid(pid, &status, WNOHANG);
            if (ended == pid || (ended == -1 && errno != EINTR)) break;
            if (!result->timed_out && steady_clock::now() > deadline) {
                result->timed_out = true;
                kill(pid, SIGKILL);
            }
            std::this_thread::sleep_for(milliseconds(1));
        }
        result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        result->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

static sitrep_gnuplot *open_session(const char *program, int *error) {
    Pipe input, output, errors;
    if (!input.open() || !output.open() || !errors.open()) {
        *error = errno;
        return nullptr;
    }
    auto session = std::make_unique<sitrep_gnuplot>();
    *error = spawn(program, input.read.get(), output.write.get(), errors.write.get(), &session->pid);
    if (*error != 0) return nullptr;
    FILE *file = fdopen(input.write.release(), "w");
    session->stream = std::make_unique<Gnuplot>(file);
    session->output = std::make_unique<Reader>(std::move(output.read));
    session->errors = std::make_unique<Reader>(std::move(errors.read));
    return session.release();
}

sitrep_gnuplot *sitrep_gnuplot_open(const char *program, int *error) {
    try {
        return open_session(program, error);
    } catch (const std::exception &) {
        *error = ENOMEM;
        return nullptr;
    }
}

bool sitrep_gnuplot_write(sitrep_gnuplot *session, const char *bytes, size_t size) {
    return session->attempt([&](Gnuplot &stream) { stream.write(bytes, static_cast<std::streamsize>(size)); });
}

char *sitrep_gnuplot_table(
    sitrep_gnuplot *session, const double *const *columns, size_t column_count, size_t row_count) {
    if (column_count < 1 || column_count > 8 || row_count < 1) return nullptr;
    std::string reference;
    try {
        std::vector<std::vector<double>> table;
        for (size_t index = 0; index < column_count; index++) {
            table.emplace_back(columns[index], columns[index] + row_count);
        }
        reference = session->stream->binFile1d_colmajor(table, "record");
    } catch (const std::exception &) {
        return nullptr;
    }
    return copy(reference);
}

sitrep_gnuplot_result *sitrep_gnuplot_close(sitrep_gnuplot *session, int seconds) {
    auto *result = static_cast<sitrep_gnuplot_result *>(calloc(1, sizeof(sitrep_gnuplot_result)));
    std::unique_ptr<sitrep_gnuplot> owner(session);
    if (!result) return nullptr;
    session->attempt([](Gnuplot &stream) { stream << "\nexit\n"; });
    result->broken = session->broken;
    session->wait(seconds, result);
    const std::string output = session->output->take(), errors = session->errors->take();
    result->output = copy(output);
    result->output_size = output.size();
    result->errors = copy(errors);
    result->errors_size = errors.size();
    // The stream goes last, under guard: it flushes once more, and its tables go with it.
    PipeSignalGuard guard;
    session->stream.reset();
    return result;
}

void sitrep_gnuplot_result_free(sitrep_gnuplot_result *result) {
    if (!result) return;
    free(result->output);
    free(result->errors);
    free(result);
}
