#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Tags and text out of HTML and XML, by the parsers of libxml2. A plain C face, since libxml2's own headers bring
/// along those of another ICU than Foundation's.
///
/// Input and output are UTF-8, whatever encoding the document claims. Nothing is fetched, and no entity grows: only
/// those that HTML and XML define are known. Damaged documents give what can be read of them.

/// What is called while a document is read, in its order. Every start has its end. Names are in lower case for HTML,
/// and with their prefix ("dc:date") for XML. Each call returns whether to go on.
typedef struct {
    /// `attributes` holds names and values in turn, and ends with NULL; NULL where there are none. A value is NULL
    /// for an attribute without one.
    bool (*_Nonnull start)(
        void *_Nonnull context, const char *_Nonnull name, const char *_Nullable const *_Nullable attributes);
    bool (*_Nonnull end)(void *_Nonnull context, const char *_Nonnull name);
    /// Text may come in several pieces.
    bool (*_Nonnull text)(void *_Nonnull context, const unsigned char *_Nonnull bytes, size_t size);
} MarkupEvents;

/// Reads HTML as it is found on the web. False where there was no memory to begin.
bool markup_read_html(
    const char *_Nonnull bytes, size_t size, const MarkupEvents *_Nonnull events, void *_Nonnull context);

/// Reads XML; where it is not well-formed, as far as it can be read. False where it is not well-formed, or where
/// there was no memory to begin.
bool markup_read_xml(
    const char *_Nonnull bytes, size_t size, const MarkupEvents *_Nonnull events, void *_Nonnull context);
