#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One run of gnuplot that reads its script from us: a plain C face on gnuplot-iostream.
///
///     gnuplot_stream *stream = NULL;
///     if (gnuplot_stream_start("gnuplot", 60, 2ul << 30, &stream).code == GNUPLOT_STREAM_OK) {
///         gnuplot_stream_write(stream, "set terminal svg\nplot x\n", 24);
///         gnuplot_stream_result result = gnuplot_stream_finish(stream);
///         ... result.output holds the picture ...
///         gnuplot_stream_free(stream);
///     }
///
/// A stream belongs to one thread at a time; several streams may run side by side. No signal disposition of the
/// process is changed, and no exception leaves these functions.
typedef struct gnuplot_stream gnuplot_stream;

typedef enum {
    GNUPLOT_STREAM_OK = 0,
    /// There is no such program, on PATH or at the path given.
    GNUPLOT_STREAM_MISSING,
    /// The system would not start it; `number` is the errno.
    GNUPLOT_STREAM_NOT_STARTED,
    /// The program no longer reads: `gnuplot_stream_finish` tells why.
    GNUPLOT_STREAM_CLOSED,
    /// The temporary file for the columns could not be written; `number` is the errno, or 0.
    GNUPLOT_STREAM_NO_SPACE,
    /// Anything else, such as memory running out.
    GNUPLOT_STREAM_FAILED,
} gnuplot_stream_code;

typedef struct {
    gnuplot_stream_code code;
    /// An errno where `code` promises one, else 0.
    int number;
} gnuplot_stream_error;

/// How a run ended. The bytes belong to the stream, end in a zero that the size does not count, and live until
/// `gnuplot_stream_free`.
typedef struct {
    /// The program read the script to its end. False where it left or died before.
    bool reached_end;
    /// The program was killed because its time was up.
    bool timed_out;
    /// The exit status, 0 where a signal ended the program.
    int status;
    /// The signal that ended the program, 0 where it exited.
    int signal;
    /// All that it wrote to standard output: a picture, where the script set no output file.
    const char *_Nonnull output;
    size_t output_size;
    /// All that it wrote to standard error.
    const char *_Nonnull messages;
    size_t messages_size;
} gnuplot_stream_result;

/// Starts `program -d -` (`-d`: without the user's own start-up files). A name without a slash is looked for on PATH.
/// After `seconds` it is killed, with all that it started; of address space it gets `memory_bytes`.
/// `*stream` is set only where the code is GNUPLOT_STREAM_OK.
gnuplot_stream_error gnuplot_stream_start(
    const char *_Nonnull program, unsigned seconds, size_t memory_bytes, gnuplot_stream *_Nullable *_Nonnull stream);

/// Hands over `size` bytes of script, whole lines.
gnuplot_stream_error gnuplot_stream_write(
    gnuplot_stream *_Nonnull stream, const char *_Nonnull text, size_t size);

/// Stores columns of `rows` numbers each (at least one column and one row), in binary and so to the last bit, and sets
/// `*source` to what a `plot` command takes for them: `'/tmp/…/0' binary format='%double%double' record=(12)`.
///
/// The data lie in a private temporary file rather than in the script, for where a `plot` with inline data is refused,
/// gnuplot goes on and reads the data as commands. The file lives until `gnuplot_stream_finish`, the text `*source`
/// until `gnuplot_stream_free`.
gnuplot_stream_error gnuplot_stream_columns(
    gnuplot_stream *_Nonnull stream, const double *_Nonnull const *_Nonnull columns, size_t column_count, size_t rows,
    const char *_Nullable *_Nonnull source);

/// Ends the script, waits for the program and tells how it went. To be called once.
gnuplot_stream_result gnuplot_stream_finish(gnuplot_stream *_Nonnull stream);

/// Gives everything back; ends the program first where `gnuplot_stream_finish` was not called.
void gnuplot_stream_free(gnuplot_stream *_Nullable stream);

#ifdef __cplusplus
}
#endif
