// Only for its flags: the headers of libxml2 bring along another ICU than that of Foundation, so no Swift imports them.
