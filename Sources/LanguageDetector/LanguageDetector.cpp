#include "LanguageDetector.h"

#include <climits>
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

bool language_detect(const char *bytes, size_t size, LanguageShare shares[3]) {
    CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percents[3] = {0, 0, 0};
    double scores[3];
    int letters = 0;
    bool reliable = false;
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    if (size <= INT_MAX) {
        CLD2::ExtDetectLanguageSummary(
            bytes, static_cast<int>(size), true, &hints, 0, languages, percents, scores, nullptr, &letters, &reliable);
    }
    for (int i = 0; i < 3; i++) {
        bool known = languages[i] != CLD2::UNKNOWN_LANGUAGE && languages[i] != CLD2::TG_UNKNOWN_LANGUAGE;
        std::snprintf(shares[i].code, sizeof shares[i].code, "%s", known ? CLD2::LanguageCode(languages[i]) : "");
        shares[i].percent = percents[i];
    }
    return reliable;
}
