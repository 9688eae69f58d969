#include "WebTransfer.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

// The headers check the types of options by macros of the same names.
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define FUNCTIONS(each) \
    each(curl_global_init) each(curl_easy_init) each(curl_easy_setopt) each(curl_easy_getinfo) \
    each(curl_easy_strerror) each(curl_easy_cleanup) each(curl_slist_append) each(curl_slist_free_all) \
    each(curl_multi_init) each(curl_multi_add_handle) each(curl_multi_perform) each(curl_multi_poll) \
    each(curl_multi_info_read) each(curl_multi_remove_handle) each(curl_multi_cleanup)

#define DECLARE(name) __typeof__(&name) name;
static struct { FUNCTIONS(DECLARE) } curl;
static const char *missing;

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        missing = "libcurl was not found: install it with 'apt-get install libcurl4'";
        return;
    }
#define FIND(name) \
    if (!(curl.name = (__typeof__(&name))dlsym(library, #name))) missing = "libcurl has no " #name ": it is too old";
    FUNCTIONS(FIND)
    if (!missing && curl.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) missing = "libcurl cannot be started";
}

typedef struct {
    const WebRequest *request;
    size_t count;
    bool is_too_large;
    double last;
} Transfer;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t take_field(char *bytes, size_t size, size_t count, void *context) {
    Transfer *transfer = context;
    transfer->last = now();
    transfer->request->take_field(bytes, size * count, transfer->request->context);
    return size * count;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    Transfer *transfer = context;
    size_t all = size * count;
    transfer->last = now();
    if (all > transfer->request->limit - transfer->count) {
        transfer->is_too_large = true;
        return CURL_WRITEFUNC_ERROR;
    }
    transfer->count += all;
    transfer->request->take_body((const uint8_t *)bytes, all, transfer->request->context);
    return all;
}

static void set_options(CURL *easy, Transfer *transfer, struct curl_slist *fields, struct curl_slist *addresses,
                        char *reason) {
    const WebRequest *request = transfer->request;
    curl.curl_easy_setopt(easy, CURLOPT_URL, request->url);
    curl.curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl.curl_easy_setopt(easy, CURLOPT_HTTPHEADER, fields);
    if (addresses) curl.curl_easy_setopt(easy, CURLOPT_RESOLVE, addresses);
    // All that the library can unpack.
    curl.curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl.curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl.curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)(request->seconds * 4000));
    curl.curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->limit);
    curl.curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_field);
    curl.curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
    curl.curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl.curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    curl.curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, reason);
}

static WebOutcome outcome(CURLcode code, const Transfer *transfer, char *reason) {
    if (code == CURLE_OK) return web_done;
    if (transfer->is_too_large || code == CURLE_FILESIZE_EXCEEDED) return web_too_large;
    if (code == CURLE_OPERATION_TIMEDOUT) return web_timed_out;
    if (!*reason) snprintf(reason, 256, "%s", curl.curl_easy_strerror(code));
    return web_failed;
}

/// Waits until the transfer is done, too late or broken off.
static WebOutcome wait_for(CURLM *multi, Transfer *transfer, char *reason) {
    const WebRequest *request = transfer->request;
    int running = 1;
    while (running) {
        CURLMcode code = curl.curl_multi_perform(multi, &running);
        if (code == CURLM_OK && running) code = curl.curl_multi_poll(multi, NULL, 0, 100, NULL);
        if (code != CURLM_OK) {
            snprintf(reason, 256, "libcurl stopped with error %d", (int)code);
            return web_failed;
        }
        if (request->is_cancelled(request->context)) return web_cancelled;
        if (running && now() - transfer->last > request->seconds) return web_timed_out;
    }
    int left;
    CURLMsg *message;
    while ((message = curl.curl_multi_info_read(multi, &left)))
        if (message->msg == CURLMSG_DONE) return outcome(message->data.result, transfer, reason);
    return web_failed;
}

WebOutcome web_transfer(const WebRequest *request, long *status, char reason[256]) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    *status = 0;
    reason[0] = 0;
    if (missing) {
        snprintf(reason, 256, "%s", missing);
        return web_failed;
    }
    CURL *easy = curl.curl_easy_init();
    CURLM *multi = curl.curl_multi_init();
    struct curl_slist *fields = NULL;
    for (const char *const *field = request->fields; *field; field++) fields = curl.curl_slist_append(fields, *field);
    struct curl_slist *addresses = request->addresses ? curl.curl_slist_append(NULL, request->addresses) : NULL;
    Transfer transfer = {.request = request, .last = now()};
    char error[CURL_ERROR_SIZE] = "";
    set_options(easy, &transfer, fields, addresses, error);
    curl.curl_multi_add_handle(multi, easy);
    WebOutcome outcome = wait_for(multi, &transfer, error);
    snprintf(reason, 256, "%s", error);
    curl.curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, status);
    curl.curl_multi_remove_handle(multi, easy);
    curl.curl_easy_cleanup(easy);
    curl.curl_multi_cleanup(multi);
    curl.curl_slist_free_all(fields);
    curl.curl_slist_free_all(addresses);
    return outcome;
}
