package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.portal.sync.FindingWords;
import de.hypersoft.esolutions.portal.sync.LoadWords;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.MenuChanges;
import de.hypersoft.esolutions.web.page.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LoadReport} as a till is told it. {@code detail} is for whoever wrote the till, {@code words} for whoever stands
 * at it, in the language that the call asks for.
 *
 * @param words why the whole was refused; null when it was not
 */
public record LoadAnswer(
        String version,
        @Nullable String baseVersion,
        String kind,
        String state,
        Instant receivedAt,
        int articles,
        List<Told> refused,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String words,
        @Nullable MenuChanges changes,
        LoadReport.@Nullable Missing missing,
        List<Told> notes,
        Map<String, String> facts) {

    /** A {@link CatalogFinding} with its reason as a sentence in the reader's language. */
    public record Told(
            String kind,
            String id,
            @Nullable String name,
            String code,
            String detail,
            @Nullable String cause,
            String words) {

        static Told of(Texts texts, CatalogFinding finding) {
            return new Told(
                    finding.kind(),
                    finding.id(),
                    finding.name(),
                    finding.code(),
                    finding.detail(),
                    finding.cause(),
                    FindingWords.of(texts, finding));
        }
    }

    static LoadAnswer of(Texts texts, LoadReport report) {
        return new LoadAnswer(
                report.version(),
                report.baseVersion(),
                report.kind().name(),
                report.state().name(),
                report.receivedAt(),
                report.articles(),
                told(texts, report.refused()),
                report.code(),
                report.detail(),
                report.code() == null ? null : LoadWords.refused(texts, report),
                report.changes(),
                report.missing(),
                told(texts, report.notes()),
                report.facts());
    }

    private static List<Told> told(Texts texts, List<CatalogFinding> findings) {
        return findings.stream().map(finding -> Told.of(texts, finding)).toList();
    }
}
