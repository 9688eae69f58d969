#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A plain C face on libcurl for one request of HTTP at a time.
///
/// The library is loaded when the first request is made: with those that it brings it would take as long as all else
/// of the program's start, and most commands read no address.

typedef enum {
    web_done,
    /// The body, unpacked, is larger than the limit.
    web_too_large,
    web_timed_out,
    web_cancelled,
    /// `reason` says why.
    web_failed,
} WebOutcome;

typedef struct {
    /// Of http or https.
    const char *url;
    /// `Name: value`, the last one NULL.
    const char *const *fields;
    /// `host:port:address,address`: the only addresses that the host is asked at; NULL to look its name up.
    const char *addresses;
    /// The largest body, unpacked, in bytes.
    size_t limit;
    /// To the first byte and between two; the whole may take four times as long.
    double seconds;
    /// Called with each line of the answer's head, from its status on, and with the pieces of its body.
    void (*take_field)(const char *bytes, size_t count, void *context);
    void (*take_body)(const uint8_t *bytes, size_t count, void *context);
    /// Asked ten times a second.
    bool (*is_cancelled)(void *context);
    void *context;
} WebRequest;

/// Waits for the answer to a request. Redirects are not followed: they are the answer.
///
/// `status` is that of the answer, 0 where there was none; `reason` has at most 255 bytes.
WebOutcome web_transfer(const WebRequest *request, long *status, char reason[256]);
