#include "GnuplotStream.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <Child.hpp>

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Weverything"
#include <gnuplot-iostream.h>
#pragma clang diagnostic pop

namespace {

/// gnuplot prints this line to standard error when it has read all of the script.
const std::string end_mark = "gnuplot_stream: end of script";

/// A folder that only this user can read, removed with its owner.
class PrivateFolder {
public:
    ~PrivateFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }

    /// The folder, made when it is first asked for. Throws std::system_error.
    const std::string &path() {
        if (!path_.empty()) return path_;
        std::string name = (std::filesystem::temp_directory_path() / "gnuplot-stream-XXXXXX").string();
        // The class sets the name in single quotes as it is.
        if (name.find('\'') != std::string::npos || name.find('\n') != std::string::npos) name = "/tmp/gnuplot-stream-XXXXXX";
        if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category());
        return path_ = name;
    }

private:
    std::string path_;
};

gnuplot_stream_error failure(gnuplot_stream_code code, int number = 0) { return {code, number}; }

const gnuplot_stream_error success = {GNUPLOT_STREAM_OK, 0};

}  // namespace

struct gnuplot_stream {
    pid_t child = -1;
    /// gnuplot-iostream's own class, over the pipe to the child. Gone once the script is ended.
    std::unique_ptr<Gnuplot> gnuplot;
    std::unique_ptr<Drain> output, messages;
    std::unique_ptr<Watchdog> watchdog;
    PrivateFolder folder;
    std::deque<std::string> sources;

    gnuplot_stream_error start(const char *program, unsigned seconds, size_t memory_bytes);
    gnuplot_stream_error write(const char *text, size_t size);
    gnuplot_stream_error store(const std::vector<std::vector<double>> &columns);
    void end_script();
    int wait();
    bool take_end_mark();
    ~gnuplot_stream();
};

gnuplot_stream_error gnuplot_stream::start(const char *program, unsigned seconds, size_t memory_bytes) {
    Pipe in = Pipe::open(), out = Pipe::open(), err = Pipe::open();
    // -d: without the user's own start-up files.
    const char *const arguments[] = {program, "-d", "-", nullptr};
    const int error = spawn(arguments, in.read.get(), out.write.get(), err.write.get(), child);
    if (error == ENOENT) return failure(GNUPLOT_STREAM_MISSING, error);
    if (error != 0) return failure(GNUPLOT_STREAM_NOT_STARTED, error);
    set_limits(child, seconds, memory_bytes);
    in.read.reset();
    out.write.reset();
    err.write.reset();
    FILE *file = fdopen(in.write.get(), "w");
    if (file == nullptr) return failure(GNUPLOT_STREAM_NOT_STARTED, errno);
    in.write.release();
    gnuplot = std::make_unique<Gnuplot>(file);
    output = std::make_unique<Drain>(std::move(out.read));
    messages = std::make_unique<Drain>(std::move(err.read));
    watchdog = std::make_unique<Watchdog>(child, seconds);
    return success;
}

gnuplot_stream_error gnuplot_stream::write(const char *text, size_t size) {
    if (!gnuplot) return failure(GNUPLOT_STREAM_CLOSED);
    PipeSignalGuard guard;
    gnuplot->write(text, static_cast<std::streamsize>(size));
    gnuplot->flush();
    return gnuplot->good() ? success : failure(GNUPLOT_STREAM_CLOSED);
}

gnuplot_stream_error gnuplot_stream::store(const std::vector<std::vector<double>> &columns) {
    if (!gnuplot) return failure(GNUPLOT_STREAM_CLOSED);
    const std::string path = folder.path() + "/" + std::to_string(sources.size());
    const std::string source = gnuplot->binFile1d_colmajor(columns, "record", path);
    // The class does not look whether its file was written.
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size != columns.size() * columns[0].size() * sizeof(double)) {
        return failure(GNUPLOT_STREAM_NO_SPACE, error.value());
    }
    sources.push_back(source);
    return success;
}

void gnuplot_stream::end_script() {
    const std::string last = "\nset output\nset print\nprint '" + end_mark + "'\nexit\n";
    write(last.data(), last.size());
    PipeSignalGuard guard;
    gnuplot.reset();
}

/// The status of the child as `waitpid` gives it, or -1.
int gnuplot_stream::wait() {
    if (child < 0) return -1;
    const int status = reap(child, watchdog.get());
    child = -1;
    return status;
}

/// Takes the mark out of the messages; false where it is not there.
bool gnuplot_stream::take_end_mark() {
    std::string &text = messages->text();
    const size_t at = text.rfind(end_mark);
    if (at == std::string::npos) return false;
    text.erase(at, end_mark.size());
    return true;
}

gnuplot_stream::~gnuplot_stream() {
    if (gnuplot) end_script();
    output.reset();
    messages.reset();
    wait();
}

gnuplot_stream_error gnuplot_stream_start(
    const char *program, unsigned seconds, size_t memory_bytes, gnuplot_stream **stream) {
    *stream = nullptr;
    try {
        auto made = std::make_unique<gnuplot_stream>();
        const gnuplot_stream_error error = made->start(program, seconds, memory_bytes);
        if (error.code == GNUPLOT_STREAM_OK) *stream = made.release();
        return error;
    } catch (const std::system_error &error) {
        return failure(GNUPLOT_STREAM_NOT_STARTED, error.code().value());
    } catch (...) {
        return failure(GNUPLOT_STREAM_FAILED);
    }
}

gnuplot_stream_error gnuplot_stream_write(gnuplot_stream *stream, const char *text, size_t size) {
    try {
        return stream->write(text, size);
    } catch (...) {
        return failure(GNUPLOT_STREAM_FAILED);
    }
}

gnuplot_stream_error gnuplot_stream_columns(
    gnuplot_stream *stream, const double *const *columns, size_t column_count, size_t rows, const char **source) {
    *source = nullptr;
    if (column_count == 0 || rows == 0) return failure(GNUPLOT_STREAM_FAILED);
    try {
        std::vector<std::vector<double>> copy;
        for (size_t i = 0; i < column_count; i++) copy.emplace_back(columns[i], columns[i] + rows);
        const gnuplot_stream_error error = stream->store(copy);
        if (error.code == GNUPLOT_STREAM_OK) *source = stream->sources.back().c_str();
        return error;
    } catch (const std::system_error &error) {
        return failure(GNUPLOT_STREAM_NO_SPACE, error.code().value());
    } catch (...) {
        return failure(GNUPLOT_STREAM_FAILED);
    }
}

gnuplot_stream_result gnuplot_stream_finish(gnuplot_stream *stream) {
    gnuplot_stream_result result = {false, false, 0, 0, "", 0, "", 0};
    try {
        if (stream->gnuplot) stream->end_script();
        const std::string &output = stream->output->text();
        result.reached_end = stream->take_end_mark();
        const std::string &messages = stream->messages->text();
        const int status = stream->wait();
        result.timed_out = stream->watchdog && stream->watchdog->has_killed();
        result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        result.output = output.c_str();
        result.output_size = output.size();
        result.messages = messages.c_str();
        result.messages_size = messages.size();
    } catch (...) {
        result.reached_end = false;
    }
    return result;
}

void gnuplot_stream_free(gnuplot_stream *stream) {
    try {
        delete stream;
    } catch (...) {
    }
}
