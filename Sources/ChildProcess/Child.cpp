#include "Child.hpp"

#include <cerrno>
#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace {

sigset_t pipe_signal() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    return set;
}

/// The same open file at 3 or above, so that no dup2 of `spawn` runs over another's number.
Descriptor moved_up(int number) {
    Descriptor low(number);
    if (number > 2) return low;
    Descriptor high(fcntl(number, F_DUPFD_CLOEXEC, 3));
    if (high.get() < 0) throw std::system_error(errno, std::generic_category());
    return high;
}

/// posix_spawn's two property bags, given back together.
struct SpawnPlan {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    SpawnPlan() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }

    /// In a group of its own, so that what the program starts can be ended with it. The child takes no
    /// signal masks from the thread that happens to start it, and dies of SIGPIPE as usual.
    int set_apart() {
        sigset_t none;
        sigemptyset(&none);
        const sigset_t defaults = pipe_signal();
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        posix_spawnattr_setpgroup(&attributes, 0);
        const short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
        return posix_spawnattr_setflags(&attributes, flags);
    }

    int connect(int input, int output, int messages) {
        const int numbers[] = {input, output, messages};
        for (int standard = 0; standard < 3; standard++) {
            if (int error = posix_spawn_file_actions_adddup2(&actions, numbers[standard], standard)) return error;
        }
        return 0;
    }
};

/// A thread with every signal blocked: handlers of the process run on its own threads.
template <typename Body>
std::thread quiet_thread(Body body) {
    sigset_t all, old;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    try {
        std::thread thread(body);
        pthread_sigmask(SIG_SETMASK, &old, nullptr);
        return thread;
    } catch (...) {
        pthread_sigmask(SIG_SETMASK, &old, nullptr);
        throw;
    }
}

}  // namespace

PipeSignalGuard::PipeSignalGuard() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    pending_before_ = sigismember(&pending, SIGPIPE) == 1;
    const sigset_t set = pipe_signal();
    pthread_sigmask(SIG_BLOCK, &set, &old_mask_);
}

PipeSignalGuard::~PipeSignalGuard() {
    const sigset_t set = pipe_signal();
    const timespec now = {0, 0};
    if (!pending_before_) {
        while (sigtimedwait(&set, nullptr, &now) < 0 && errno == EINTR) {}
    }
    pthread_sigmask(SIG_SETMASK, &old_mask_, nullptr);
}

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept {
    reset();
    number_ = other.release();
    return *this;
}

int Descriptor::release() { return std::exchange(number_, -1); }

void Descriptor::reset() {
    if (number_ >= 0) close(release());
}

Pipe Pipe::open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
    Pipe pipe;
    pipe.write = Descriptor(ends[1]);
    pipe.read = moved_up(ends[0]);
    pipe.write = moved_up(pipe.write.release());
    return pipe;
}

Drain::Drain(Descriptor descriptor, size_t limit, pid_t group)
    : descriptor_(std::move(descriptor)), limit_(limit), group_(group) {
    thread_ = quiet_thread([this] { read_all(); });
}

void Drain::read_all() {
    char buffer[1 << 16];
    bool keep = true;
    for (;;) {
        const ssize_t count = read(descriptor_.get(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        // Out of memory, we still read on: a full pipe would hold the program up for ever.
        try {
            if (keep) text_.append(buffer, static_cast<size_t>(count));
        } catch (const std::exception &) {
            keep = false;
        }
        if (keep && text_.size() > limit_) {
            keep = false;
            is_over_ = true;
            if (group_ > 0) kill(-group_, SIGKILL);
        }
    }
}

void Drain::join() {
    if (thread_.joinable()) thread_.join();
}

std::string &Drain::text() {
    join();
    return text_;
}

bool Drain::is_over() {
    join();
    return is_over_;
}

Watchdog::Watchdog(pid_t group, unsigned seconds) {
    thread_ = quiet_thread([=] { watch(group, seconds); });
}

void Watchdog::watch(pid_t group, unsigned seconds) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (stopping_.wait_for(lock, std::chrono::seconds(seconds), [this] { return stopped_; })) return;
    killed_ = kill(-group, SIGKILL) == 0;
}

void Watchdog::stop() {
    {
        std::lock_guard<std::mutex> lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_all();
    if (thread_.joinable()) thread_.join();
}

bool Watchdog::has_killed() {
    std::lock_guard<std::mutex> lock(mutex_);
    return killed_;
}

int spawn(const char *const *arguments, int input, int output, int messages, pid_t &child) {
    SpawnPlan plan;
    if (int error = plan.connect(input, output, messages)) return error;
    if (int error = plan.set_apart()) return error;
    char *const *words = const_cast<char *const *>(arguments);
    return posix_spawnp(&child, arguments[0], &plan.actions, &plan.attributes, words, environ);
}

void set_limits(pid_t child, unsigned seconds, size_t memory_bytes) {
    const auto limit = [child](__rlimit_resource resource, rlim_t amount) {
        const rlimit both = {amount, amount};
        prlimit(child, resource, &both, nullptr);
    };
    limit(RLIMIT_AS, memory_bytes);
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_CORE, 0);
}

int reap(pid_t child, Watchdog *watchdog) {
    // First only wait: until it is reaped the number is the child's, and the watchdog may still have to act.
    siginfo_t information;
    while (waitid(P_PID, static_cast<id_t>(child), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
    if (watchdog) watchdog->stop();
    int status = -1;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return status;
}
