#include "EmbeddedData.h"

#include <string.h>

// A file of Data/ that is part of the program: a line here, its name as `--data DIR` looks for it.
#define FILES(X)                                   \
    X("measures.tsv", measures)

static const unsigned char measures[] = {
#embed "../../Data/measures.tsv"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t size;
} files[] = {
#define ENTRY(name, array) {name, array, sizeof(array)},
    FILES(ENTRY)
#undef ENTRY
};

size_t sitrep_data_count(void) { return sizeof(files) / sizeof(files[0]); }

const char *sitrep_data_name(size_t index) { return index < sitrep_data_count() ? files[index].name : NULL; }

const unsigned char *sitrep_data(const char *name, size_t *size) {
    for (size_t i = 0; i < sitrep_data_count(); i++) {
        if (strcmp(files[i].name, name) == 0) {
            *size = files[i].size;
            return files[i].bytes;
        }
    }
    *size = 0;
    return NULL;
}
