/// Who read a figure: the version of the extractor, and with which tables.
extension Schema {
    static let provenance = """
        DROP VIEW figures;
        CREATE VIEW figures AS
          SELECT figure.id, measure, number, value, low, high, qualifier, unit, population,
            coalesce(place.given_name, place.name) AS place, place.key AS place_id, place.iso3,
            coalesce(source.given_name, source.name) AS source, coalesce(source.given_kind, source.kind) AS source_kind,
            source_text, figure.date, period, period_start, status, quote, publisher, title, article.date AS reported,
            url, doc, field, start, "end", confidence, rule, figure.extractor, run.lexicon, review, extracted,
            printf('%016x', claim) AS claim, article
          FROM figure
            JOIN article ON article.id = figure.article
            JOIN run ON run.id = article.run
            LEFT JOIN place AS named ON named.id = figure.place
            LEFT JOIN place ON place.id = coalesce(named.canonical, named.id)
            LEFT JOIN source AS quoted ON quoted.id = figure.source
            LEFT JOIN source ON source.id = coalesce(quoted.canonical, quoted.id)
          WHERE review IS NOT 'rejected';
        """
}
