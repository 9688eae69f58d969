#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A language and its share of a text.
typedef struct {
    /// ISO 639 code ("en", "zh-Hant"), terminated by a zero; empty where there is none.
    char code[16];
    /// Of the letters of the text, 0 to 100.
    int percent;
} LanguageShare;

/// The languages of a text, that with most letters first. A plain C face on CLD2, whose tables are inside the library.
///
/// `bytes` is UTF-8. Returns whether the answer can be relied on: false for short and mixed texts.
bool language_detect(const char *bytes, size_t size, LanguageShare shares[3]);

#ifdef __cplusplus
}
#endif
