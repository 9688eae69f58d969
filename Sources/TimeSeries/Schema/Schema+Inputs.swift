extension Schema {
    /// What was read from where, so that a run that was stopped goes on and one that is repeated is short.
    static let inputs = """
        CREATE TABLE input (
          path TEXT PRIMARY KEY,
          reader TEXT NOT NULL,
          size INTEGER NOT NULL,
          modified INTEGER NOT NULL,
          position INTEGER NOT NULL CHECK (position >= 0),
          articles INTEGER NOT NULL,
          problems INTEGER NOT NULL,
          finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
          at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        ) STRICT;

        CREATE TABLE download (
          url TEXT PRIMARY KEY,
          etag TEXT,
          last_modified TEXT,
          at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        ) STRICT;
        """
}
