import Figures
import GRDB

/// The tables of the store, in steps that only go forward. A step that was released is never changed: what it made
/// stands in people's files.
///
/// The invariants are in the schema, so that a program that writes past this one cannot break them: foreign keys,
/// unique content, checks on every word that has a fixed list, a log of reviews that only grows.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles and figures") { try $0.execute(sql: tables) }
        migrator.registerMigration("2 views") { try $0.execute(sql: views) }
        migrator.registerMigration("3 names, copies, claims and reviews") { db in
            try db.execute(sql: claims)
            try db.execute(sql: claimViews)
            try Claims.rekey(db, where: "true")
        }
        migrator.registerMigration("inputs and downloads") { try $0.execute(sql: inputs) }
        migrator.registerMigration("words, and signatures of a byte an entry") { db in
            // A store from before step 3 has no signatures, and its copies are still to be found.
            let knowsCopies = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM signature)") ?? false
            try db.execute(sql: words)
            try db.execute(sql: signatures)
            try enterAll(db, ties: !knowsCopies)
        }
        migrator.registerMigration("tables in the view of figures") { try $0.execute(sql: provenance) }
        return migrator
    }

    /// Enters the articles that are there into the index of signatures.
    ///
    /// - Parameter ties: whether those with nearly the same text are tied together; else they stay as they are.
    private static func enterAll(_ db: Database, ties: Bool) throws {
        var copies = try CopyFinder(db)
        let rows = try Row.fetchCursor(db, sql: "SELECT id, publisher, date, text FROM article ORDER BY id")
        while let row = try rows.next() {
            let date = (try row[2] as String?).flatMap { CalendarDate($0) }
            let article = try Article(id: "", publisher: row[1], date: date, text: row[3])
            if let hash = MinHash(article.text) { try copies.enter(row[0], article, hash, ties: ties) }
        }
        try copies.finish()
    }

    private static let tables = """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
          extractor TEXT NOT NULL,
          lexicon TEXT NOT NULL,
          articles INTEGER NOT NULL,
          figures INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE article (
          id INTEGER PRIMARY KEY,
          sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
          doc TEXT NOT NULL,
          path TEXT,
          url TEXT,
          publisher TEXT,
          title TEXT,
          date TEXT CHECK (date IS NULL OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
          lang TEXT,
          text TEXT NOT NULL,
          run INTEGER NOT NULL REFERENCES run
        ) STRICT;
        CREATE INDEX article_date ON article (date);

        CREATE TABLE source (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN (
            'authority', 'military', 'un', 'ngo', 'media', 'armed_group', 'person', 'other'))
        ) STRICT;

        CREATE TABLE alias (
          id INTEGER PRIMARY KEY,
          source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
          text TEXT NOT NULL,
          UNIQUE (source, text)
        ) STRICT;
        CREATE INDEX alias_text ON alias (text COLLATE NOCASE);

        CREATE TABLE place (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          iso3 TEXT,
          parent INTEGER REFERENCES place
        ) STRICT;
        CREATE INDEX place_parent ON place (parent);

        CREATE TABLE figure (
          id INTEGER PRIMARY KEY,
          article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
          field TEXT NOT NULL CHECK (field IN ('title', 'text')),
          start INTEGER NOT NULL CHECK (start >= 0),
          "end" INTEGER NOT NULL CHECK ("end" > start),
          number TEXT NOT NULL,
          quote TEXT NOT NULL,
          quote_start INTEGER NOT NULL CHECK (quote_start >= 0 AND quote_start <= start),
          measure TEXT NOT NULL,
          term TEXT NOT NULL,
          value REAL NOT NULL,
          low REAL,
          high REAL,
          qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'about', 'range', 'vague', 'at_least', 'at_most')),
          unit TEXT NOT NULL,
          population TEXT NOT NULL,
          population_key TEXT NOT NULL,
          place INTEGER REFERENCES place,
          place_name TEXT,
          source INTEGER REFERENCES source,
          source_text TEXT,
          speaker TEXT,
          relay TEXT,
          date TEXT,
          day TEXT,
          period TEXT NOT NULL CHECK (period IN ('event', 'total', 'stock')),
          period_start TEXT,
          reported TEXT,
          status TEXT NOT NULL CHECK (status IN ('actual', 'projected', 'planned', 'denied')),
          relation TEXT CHECK (relation IN ('subset_of', 'increment_of')),
          relation_start INTEGER,
          confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
          rule TEXT NOT NULL,
          extractor TEXT NOT NULL,
          UNIQUE (article, field, start, "end", measure),
          CHECK (low IS NULL OR high IS NULL OR low <= high),
          CHECK ((relation IS NULL) = (relation_start IS NULL))
        ) STRICT;
        CREATE INDEX figure_series ON figure (measure, place, source, day);
        CREATE INDEX figure_day ON figure (day);

        CREATE TABLE review (
          id INTEGER PRIMARY KEY,
          sha256 TEXT NOT NULL,
          field TEXT NOT NULL,
          start INTEGER NOT NULL,
          measure TEXT NOT NULL,
          verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'set')),
          key TEXT,
          was TEXT,
          becomes TEXT,
          reviewer TEXT NOT NULL,
          why TEXT NOT NULL,
          at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        ) STRICT;
        CREATE TRIGGER review_is_new BEFORE INSERT ON review
          WHEN EXISTS (SELECT 1 FROM review WHERE id = NEW.id)
          BEGIN SELECT RAISE(ABORT, 'a review is never changed: add another'); END;
        CREATE TRIGGER review_is_a_log BEFORE UPDATE ON review
          BEGIN SELECT RAISE(ABORT, 'a review is never changed: add another'); END;
        CREATE TRIGGER review_is_kept BEFORE DELETE ON review
          BEGIN SELECT RAISE(ABORT, 'a review is never deleted: add another'); END;
        """

    private static let views = """
        CREATE VIEW figures AS
          SELECT figure.id, measure, number, value, low, high, qualifier, unit, population, place.name AS place,
            place.key AS place_id, place.iso3, source.name AS source, source.kind AS source_kind, source_text,
            figure.date, period, period_start, status, quote, publisher, title, article.date AS reported, url,
            doc, field, start, "end", confidence, rule, figure.extractor
          FROM figure
            JOIN article ON article.id = figure.article
            LEFT JOIN place ON place.id = figure.place
            LEFT JOIN source ON source.id = figure.source;

        CREATE VIEW series AS
          SELECT measure, population_key AS population, place.name AS place, source.name AS source, unit, period,
            period_start, status, day, date, value, low, high, qualifier, count(*) AS printings,
            count(DISTINCT article) AS articles, min(figure.id) AS first_figure
          FROM figure
            LEFT JOIN place ON place.id = figure.place
            LEFT JOIN source ON source.id = figure.source
          WHERE day IS NOT NULL
          GROUP BY measure, population_key, figure.place, figure.source, unit, period, period_start, status, day, date,
            value, low, high, qualifier
          ORDER BY measure, place, source, population, period, day;

        CREATE VIEW disagreements AS
          SELECT a.measure, a.population, a.place, a.unit, a.period, a.date, a.source AS low_source, a.value AS low_value,
            b.source AS high_source, b.value AS high_value, b.low - a.high AS apart, a.first_figure AS low_figure,
            b.first_figure AS high_figure
          FROM series a JOIN series b
            ON a.measure = b.measure AND a.population = b.population AND a.place IS b.place AND a.unit = b.unit
            AND a.period = b.period AND a.date = b.date AND a.status = b.status AND a.source IS NOT b.source
            AND (a.period_start IS NULL OR b.period_start IS NULL OR a.period_start = b.period_start)
            AND a.qualifier <> 'about' AND b.qualifier <> 'about' AND a.high < b.low
          WHERE a.period <> 'event'
          ORDER BY a.measure, a.place, a.date;
        """
}
