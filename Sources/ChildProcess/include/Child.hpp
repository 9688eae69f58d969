#pragma once

#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include <sys/types.h>

/// Keeps SIGPIPE from this thread while it lives, and swallows one that came meanwhile. Nothing changes for other
/// threads, nor for a SIGPIPE that was pending before.
class PipeSignalGuard {
public:
    PipeSignalGuard();
    ~PipeSignalGuard();
    PipeSignalGuard(const PipeSignalGuard &) = delete;
    PipeSignalGuard &operator=(const PipeSignalGuard &) = delete;

private:
    bool pending_before_;
    sigset_t old_mask_;
};

/// A file descriptor that is closed on exec and with its owner, never 0, 1 or 2.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor(Descriptor &&other) noexcept : number_(other.release()) {}
    Descriptor &operator=(Descriptor &&other) noexcept;

    int get() const { return number_; }
    int release();
    void reset();

private:
    int number_;
};

struct Pipe {
    Descriptor read, write;
    /// Throws std::system_error.
    static Pipe open();
};

/// Reads a descriptor to its end on a thread of its own, so that the writer never waits for us.
class Drain {
public:
    /// At most `limit` bytes are kept; where more come, the process group is killed, if one is given. The group must
    /// not be reaped before `text`.
    explicit Drain(Descriptor descriptor, size_t limit = SIZE_MAX, pid_t group = 0);
    ~Drain() { join(); }
    /// All that was read; waits for the end.
    std::string &text();
    /// Whether there was more than the limit; waits for the end.
    bool is_over();

private:
    void join();
    void read_all();

    Descriptor descriptor_;
    std::string text_;
    size_t limit_;
    pid_t group_;
    bool is_over_ = false;
    std::thread thread_;
};

/// Kills a process group when its time is up.
class Watchdog {
public:
    /// The group must not be reaped before `stop`: its number could be another's by then.
    Watchdog(pid_t group, unsigned seconds);
    ~Watchdog() { stop(); }
    void stop();
    /// Whether it has killed.
    bool has_killed();

private:
    void watch(pid_t group, unsigned seconds);

    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false, killed_ = false;
    std::thread thread_;
};

/// Starts `arguments[0]`, looked for on PATH where it has no slash, as leader of a process group, with these three as
/// its standard streams. The arguments end with a null pointer. Returns 0 or an errno.
int spawn(const char *const *arguments, int input, int output, int messages, pid_t &child);

/// Bounds the processor time and the address space of a child that has read nothing of its input yet: posix_spawn has
/// no way to. It leaves no core behind.
void set_limits(pid_t child, unsigned seconds, size_t memory_bytes);

/// Waits for the child to end, stops the watchdog and reaps the child. Returns the status as `waitpid` gives it, or -1.
int reap(pid_t child, Watchdog *watchdog);
