#include <sqlite3.h>

/// Whether statements that are prepared from now on set off triggers. (Swift cannot call functions of any number of
/// arguments.)
static inline int sitrep_set_triggers(sqlite3 *connection, int areOn) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, areOn, (int *)0);
}
