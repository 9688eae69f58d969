#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a program may use. It is killed, with all that it started, where it takes longer or writes more.
typedef struct {
    unsigned seconds;
    /// Of address space, and of processor time as many seconds as above.
    size_t memory_bytes;
    size_t output_bytes;
} child_limits;

typedef enum {
    /// It ran to its end, good or bad: see `status` and `signal`.
    CHILD_ENDED = 0,
    /// There is no such program.
    CHILD_MISSING,
    /// The system would not start it; `number` is the errno, or 0.
    CHILD_NOT_STARTED,
    CHILD_TIMED_OUT,
    CHILD_WROTE_TOO_MUCH,
} child_outcome;

/// How a run ended. The bytes are given back by `child_result_free`.
typedef struct {
    child_outcome outcome;
    int number;
    /// The exit status, 0 where a signal ended the program.
    int status;
    /// The signal that ended the program, 0 where it exited.
    int signal;
    const char *_Nonnull output;
    size_t output_size;
    /// What it wrote to standard error, ended by a zero; the first 64 KB.
    const char *_Nonnull messages;
    /// Holds the bytes.
    void *_Nullable owner;
} child_result;

/// Runs `arguments[0]`, looked for on PATH where it has no slash, with `size` bytes as its standard input.
///
/// The arguments end with a null pointer. No signal disposition of the process is changed, no exception leaves this.
child_result child_run(
    const char *_Nullable const *_Nonnull arguments, const void *_Nullable input, size_t size, child_limits limits);

void child_result_free(child_result *_Nonnull result);

#ifdef __cplusplus
}
#endif
