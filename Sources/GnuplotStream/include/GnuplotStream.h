/// A session with gnuplot, by way of gnuplot-iostream's `Gnuplot` class, that reports every failure.
///
///     sitrep_gnuplot *session = sitrep_gnuplot_open("gnuplot", &error);
///     sitrep_gnuplot_write(session, "plot x\n", 7);
///     sitrep_gnuplot_result *result = sitrep_gnuplot_close(session, 60);
///     sitrep_gnuplot_result_free(result);
///
/// The class's own pipe loses failures: a program that is missing or dies kills the caller by SIGPIPE, an error in
/// a script is only a line on the terminal. Here the process, its input and both its outputs are in our hands.
///
/// A session belongs to one thread at a time; any number of sessions may be open. No C++ exception leaves a function.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sitrep_gnuplot sitrep_gnuplot;

/// How a session ended.
typedef struct {
    /// The exit status; -1 where a signal ended gnuplot.
    int status;
    /// The signal that ended gnuplot; 0 where none did.
    int signal;
    /// Gnuplot did not end in time and was stopped.
    bool timed_out;
    /// Gnuplot no longer took what was written to it.
    bool broken;
    /// What gnuplot wrote, each with a zero byte behind it that `*_size` does not count.
    char *output;
    size_t output_size;
    char *errors;
    size_t errors_size;
} sitrep_gnuplot_result;

/// Starts `program`, looked for on PATH where it has no slash.
///
/// Returns null where it cannot be started, with the errno of the reason in `error` (ENOENT: there is none).
sitrep_gnuplot *sitrep_gnuplot_open(const char *program, int *error);

/// Writes commands. Returns false where gnuplot no longer takes them; `sitrep_gnuplot_close` tells why.
bool sitrep_gnuplot_write(sitrep_gnuplot *session, const char *bytes, size_t size);

/// Puts a table where gnuplot finds it, in binary, so that no digit is lost.
///
/// `columns` are `column_count` (1 to 8) arrays of `row_count` (at least 1) numbers each. Returns what stands for the
/// table in a plot command (` '/tmp/…' binary format=… record=(…) `), to be used as often as wanted until the
/// session is closed and to be freed by `free`; null where the table cannot be written.
char *sitrep_gnuplot_table(
    sitrep_gnuplot *session, const double *const *columns, size_t column_count, size_t row_count);

/// Ends the session: sends `exit`, waits at most `seconds`, takes away the tables. Never null but without memory.
sitrep_gnuplot_result *sitrep_gnuplot_close(sitrep_gnuplot *session, int seconds);

void sitrep_gnuplot_result_free(sitrep_gnuplot_result *result);

#ifdef __cplusplus
}
#endif
