/// What finds articles: by their words, and by what they have in common with others.
///
/// - `article_text` is an index over the words of titles and texts (FTS5). It holds no texts of its own, and triggers
///   keep it in step with `article`, whoever writes.
/// - `signature` and `band` find copies: see `MinHash` and `CopyFinder`. The day of a band is that of its article,
///   counted from 1970.
extension Schema {
    static let words = """
        CREATE VIRTUAL TABLE article_text USING fts5(
          title, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
        -- 16 MB of words are held before they are written, not one: fewer parts that are to be merged.
        INSERT INTO article_text (article_text, rank) VALUES ('hashsize', 16777216);
        INSERT INTO article_text (article_text) VALUES ('rebuild');

        CREATE TRIGGER article_text_insert AFTER INSERT ON article BEGIN
          INSERT INTO article_text (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
        END;
        CREATE TRIGGER article_text_delete AFTER DELETE ON article BEGIN
          INSERT INTO article_text (article_text, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
        END;
        CREATE TRIGGER article_text_update AFTER UPDATE OF id, title, text ON article BEGIN
          INSERT INTO article_text (article_text, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
          INSERT INTO article_text (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
        END;
        """

    static let signatures = """
        DROP TABLE band;
        DROP TABLE signature;
        CREATE TABLE signature (
          article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
          minhash BLOB NOT NULL CHECK (length(minhash) = 64)
        ) STRICT;
        CREATE TABLE band (
          hash INTEGER NOT NULL,
          day INTEGER NOT NULL,
          article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
          PRIMARY KEY (hash, day, article)
        ) STRICT, WITHOUT ROWID;
        """
}
