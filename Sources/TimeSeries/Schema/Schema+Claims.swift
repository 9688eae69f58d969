/// Step 3: who is who, what is printed where, and what people made of it.
///
/// - A source or place may be another one under a second name (`canonical`), and may have a name, kind or holder given
///   by a person; what the texts and tables call it stays. Who changed what is in `naming`, a log that only grows.
/// - Articles with nearly the same text point to the first published of them (`copy_of`). `signature` and `band` find
///   them: see `MinHash`.
/// - Figures that state the same claim share `claim`: see `ClaimKey`. `is_copy` marks a figure that has the claim of
///   the article that its own is a copy of, whatever was read around it.
/// - `figure.review` is what people say of a figure by the log `review`; `extracted` holds, as a JSON object, what the
///   extractor read where a person set something else.
extension Schema {
    static let claims = """
        ALTER TABLE source ADD COLUMN canonical INTEGER REFERENCES source CHECK (canonical <> id);
        ALTER TABLE source ADD COLUMN given_name TEXT CHECK (given_name <> '');
        ALTER TABLE source ADD COLUMN given_kind TEXT CHECK (given_kind IN (
          'authority', 'military', 'un', 'ngo', 'media', 'armed_group', 'person', 'other'));
        CREATE INDEX source_canonical ON source (canonical);

        ALTER TABLE place ADD COLUMN canonical INTEGER REFERENCES place CHECK (canonical <> id);
        ALTER TABLE place ADD COLUMN given_name TEXT CHECK (given_name <> '');
        ALTER TABLE place ADD COLUMN given_kind TEXT;
        ALTER TABLE place ADD COLUMN given_parent INTEGER REFERENCES place CHECK (given_parent <> id);
        CREATE INDEX place_canonical ON place (canonical);
        CREATE INDEX place_given_parent ON place (given_parent);

        CREATE TABLE naming (
          id INTEGER PRIMARY KEY,
          subject TEXT NOT NULL CHECK (subject IN ('source', 'place')),
          key TEXT NOT NULL,
          verb TEXT NOT NULL CHECK (verb IN ('merge', 'split', 'rename', 'kind', 'inside')),
          was TEXT,
          becomes TEXT,
          author TEXT,
          why TEXT,
          at TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER naming_is_new BEFORE INSERT ON naming
          WHEN EXISTS (SELECT 1 FROM naming WHERE id = NEW.id)
          BEGIN SELECT RAISE(ABORT, 'a change of a name is never overwritten: add another'); END;
        CREATE TRIGGER naming_is_a_log BEFORE UPDATE ON naming
          BEGIN SELECT RAISE(ABORT, 'a change of a name is never changed: add another'); END;
        CREATE TRIGGER naming_is_kept BEFORE DELETE ON naming
          BEGIN SELECT RAISE(ABORT, 'a change of a name is never deleted: add another'); END;

        ALTER TABLE article ADD COLUMN copy_of INTEGER REFERENCES article ON DELETE SET NULL CHECK (copy_of <> id);
        CREATE INDEX article_copy_of ON article (copy_of) WHERE copy_of IS NOT NULL;
        CREATE TABLE signature (
          article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
          minhash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE band (
          hash INTEGER NOT NULL,
          article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
          PRIMARY KEY (hash, article)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE figure ADD COLUMN claim INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE figure ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1));
        ALTER TABLE figure ADD COLUMN review TEXT CHECK (review IN ('accepted', 'corrected', 'rejected'));
        ALTER TABLE figure ADD COLUMN extracted TEXT CHECK (extracted IS NULL OR json_valid(extracted))
          CHECK (review IS NOT 'corrected' OR extracted IS NOT NULL);
        CREATE INDEX figure_claim ON figure (claim, article, review);
        CREATE INDEX figure_place_day ON figure (place, day);
        CREATE INDEX review_article ON review (sha256);
        """

    /// Rejected figures are in none of the first three.
    static let claimViews = """
        DROP VIEW disagreements;
        DROP VIEW series;
        DROP VIEW figures;

        CREATE VIEW figures AS
          SELECT figure.id, measure, number, value, low, high, qualifier, unit, population,
            coalesce(place.given_name, place.name) AS place, place.key AS place_id, place.iso3,
            coalesce(source.given_name, source.name) AS source, coalesce(source.given_kind, source.kind) AS source_kind,
            source_text, figure.date, period, period_start, status, quote, publisher, title, article.date AS reported,
            url, doc, field, start, "end", confidence, rule, figure.extractor, review, extracted,
            printf('%016x', claim) AS claim, article
          FROM figure
            JOIN article ON article.id = figure.article
            LEFT JOIN place AS named ON named.id = figure.place
            LEFT JOIN place ON place.id = coalesce(named.canonical, named.id)
            LEFT JOIN source AS quoted ON quoted.id = figure.source
            LEFT JOIN source ON source.id = coalesce(quoted.canonical, quoted.id)
          WHERE review IS NOT 'rejected';

        -- A row of a group shows the columns of the one that `first` is the least of: the first that is no copy.
        CREATE VIEW series AS
          SELECT measure, population, place, source, unit, period, period_start, status, day, date, value, low, high,
            qualifier, printings, articles, publishers, first % (1 << 40) AS first_figure, claim, reviewed
          FROM (
            SELECT measure, population_key AS population, coalesce(place.given_name, place.name) AS place,
              coalesce(source.given_name, source.name) AS source, unit, period, period_start, status, day,
              coalesce(figure.date, day) AS date, value, low, high, qualifier, count(*) AS printings,
              count(DISTINCT article) AS articles, count(DISTINCT coalesce(publisher, doc)) AS publishers,
              min((is_copy << 40) + figure.id) AS first, printf('%016x', claim) AS claim,
              sum(review IS NOT NULL) AS reviewed
            FROM figure
              JOIN article ON article.id = figure.article
              LEFT JOIN place AS named ON named.id = figure.place
              LEFT JOIN place ON place.id = coalesce(named.canonical, named.id)
              LEFT JOIN source AS quoted ON quoted.id = figure.source
              LEFT JOIN source ON source.id = coalesce(quoted.canonical, quoted.id)
            WHERE day IS NOT NULL AND review IS NOT 'rejected'
            GROUP BY figure.claim)
          ORDER BY measure, place, source, population, period, day;

        CREATE VIEW disagreements AS
          SELECT a.measure, a.population, a.place, a.unit, a.period, a.date, a.source AS low_source,
            a.value AS low_value, b.source AS high_source, b.value AS high_value, b.low - a.high AS apart,
            a.first_figure AS low_figure, b.first_figure AS high_figure
          FROM series a JOIN series b
            ON a.measure = b.measure AND a.population = b.population AND a.place IS b.place AND a.unit = b.unit
            AND a.period = b.period AND a.date = b.date AND a.status = b.status AND a.source IS NOT b.source
            AND (a.period_start IS NULL OR b.period_start IS NULL OR a.period_start = b.period_start)
            AND a.qualifier <> 'about' AND b.qualifier <> 'about' AND a.high < b.low
          WHERE a.period <> 'event'
          ORDER BY a.measure, a.place, a.date;

        CREATE VIEW reviews AS
          SELECT review.id, review.at, reviewer, verdict, review.key, was, becomes, why, figure.id AS figure,
            review.measure, figure.value, quote, publisher, title, url
          FROM review
            LEFT JOIN article ON article.sha256 = review.sha256
            LEFT JOIN figure ON figure.article = article.id AND figure.field = review.field
              AND figure.start = review.start
              AND coalesce(figure.extracted ->> '$.measure', figure.measure) = review.measure
          ORDER BY review.id;
        """
}
