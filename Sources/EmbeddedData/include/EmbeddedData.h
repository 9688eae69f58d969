#pragma once
#include <stddef.h>

/// The bytes of the file of Data/ that is called `name` ("en/triggers.tsv"), and their number in `size`.
/// NULL, and 0 in `size`, where the program holds no such file. The bytes live as long as the program and are
/// not terminated by a zero.
const unsigned char *_Nullable sitrep_data(const char *_Nonnull name, size_t *_Nonnull size);

/// How many files of Data/ the program holds.
size_t sitrep_data_count(void);

/// The name of the file at `index`; NULL past the last.
const char *_Nullable sitrep_data_name(size_t index);
