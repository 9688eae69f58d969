#include "EmbeddedData.h"

#include <string.h>

// The files of Data/ that are part of the program: each a name, as `--data DIR` looks for it, and its bytes.
#define FILES(X) \
    X("measures.tsv", measures) \
    X("places.tsv", places) \
    X("demonyms.tsv", demonyms) \
    X("sources.tsv", sources) \
    X("weights.tsv", weights) \
    X("en/words.tsv", en_words) \
    X("en/numerals.tsv", en_numerals) \
    X("en/qualifiers.tsv", en_qualifiers) \
    X("en/triggers.tsv", en_triggers) \
    X("en/nouns.tsv", en_nouns) \
    X("en/reporting.tsv", en_reporting) \
    X("en/times.tsv", en_times) \
    X("en/source_nouns.tsv", en_source_nouns) \
    X("en/titles.tsv", en_titles) \
    X("en/currencies.tsv", en_currencies) \
    X("html/hints.tsv", html_hints) \
    X("html/phrases.tsv", html_phrases) \
    X("html/meta.tsv", html_meta) \
    X("months.tsv", months) \
    X("records.tsv", records) \
    X("plots/theme.gp", plots_theme) \
    X("templates/explanation.html.mustache", templates_explanation_html) \
    X("templates/tree.html.mustache", templates_tree_html) \
    X("templates/report.md.mustache", templates_report_md) \
    X("templates/report.html.mustache", templates_report_html) \
    X("templates/report.css", templates_report_css) \
    X("templates/report.js", templates_report_js)

static const unsigned char measures[] = {
#embed "../../Data/measures.tsv"
};

static const unsigned char places[] = {
#embed "../../Data/places.tsv"
};

static const unsigned char demonyms[] = {
#embed "../../Data/demonyms.tsv"
};

static const unsigned char sources[] = {
#embed "../../Data/sources.tsv"
};

static const unsigned char weights[] = {
#embed "../../Data/weights.tsv"
};

static const unsigned char en_words[] = {
#embed "../../Data/en/words.tsv"
};

static const unsigned char en_numerals[] = {
#embed "../../Data/en/numerals.tsv"
};

static const unsigned char en_qualifiers[] = {
#embed "../../Data/en/qualifiers.tsv"
};

static const unsigned char en_triggers[] = {
#embed "../../Data/en/triggers.tsv"
};

static const unsigned char en_nouns[] = {
#embed "../../Data/en/nouns.tsv"
};

static const unsigned char en_reporting[] = {
#embed "../../Data/en/reporting.tsv"
};

static const unsigned char en_times[] = {
#embed "../../Data/en/times.tsv"
};

static const unsigned char en_source_nouns[] = {
#embed "../../Data/en/source_nouns.tsv"
};

static const unsigned char en_currencies[] = {
#embed "../../Data/en/currencies.tsv"
};

static const unsigned char en_titles[] = {
#embed "../../Data/en/titles.tsv"
};

static const unsigned char html_hints[] = {
#embed "../../Data/html/hints.tsv"
};

static const unsigned char html_phrases[] = {
#embed "../../Data/html/phrases.tsv"
};

static const unsigned char html_meta[] = {
#embed "../../Data/html/meta.tsv"
};

static const unsigned char records[] = {
#embed "../../Data/records.tsv"
};

static const unsigned char months[] = {
#embed "../../Data/months.tsv"
};

static const unsigned char plots_theme[] = {
#embed "../../Data/plots/theme.gp"
};

static const unsigned char templates_explanation_html[] = {
#embed "../../Data/templates/explanation.html.mustache"
};

static const unsigned char templates_report_md[] = {
#embed "../../Data/templates/report.md.mustache"
};

static const unsigned char templates_report_html[] = {
#embed "../../Data/templates/report.html.mustache"
};

static const unsigned char templates_report_css[] = {
#embed "../../Data/templates/report.css"
};

static const unsigned char templates_report_js[] = {
#embed "../../Data/templates/report.js"
};

static const unsigned char templates_tree_html[] = {
#embed "../../Data/templates/tree.html.mustache"
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
