package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.certificates.check.PfxReport;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.portal.layout.PageModel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Puts what was found in a file into words. */
public final class FindingTexts {

    private FindingTexts() {}

    public static String sentence(PageModel model, Finding finding, ZoneId zone) {
        return sentence(model, finding.kind().code(), finding.facts(), zone);
    }

    /** The same of what was written down, perhaps by another release. */
    static String sentence(PageModel model, String code, List<String> facts, ZoneId zone) {
        return model.texts().orElse("pfx." + code, "").isEmpty()
                ? model.text("audit.other")
                : model.text("pfx." + code, facts(model, facts, zone));
    }

    public static String remedy(PageModel model, Finding finding, ZoneId zone) {
        return model.text("pfx." + finding.kind().code() + ".fix", facts(model, finding.facts(), zone));
    }

    public static String tone(Finding finding) {
        return switch (finding.kind().weight()) {
            case REFUSES -> "bad";
            case WARNS -> "warn";
            case TELLS -> "info";
        };
    }

    public static String icon(Finding finding) {
        return switch (finding.kind().weight()) {
            case REFUSES -> "circle-x";
            case WARNS -> "triangle-alert";
            case TELLS -> "info";
        };
    }

    /** Share of the lifetime that is left, 0 to 100. */
    public static long percentLeft(PfxReport.Facts facts, Instant now) {
        long whole = Duration.between(facts.notBefore(), facts.notAfter()).toSeconds();
        long left = Duration.between(now, facts.notAfter()).toSeconds();
        return whole <= 0 ? 0 : Math.max(0, Math.min(100, left * 100 / whole));
    }

    private static Object[] facts(PageModel model, List<String> facts, ZoneId zone) {
        return facts.stream().map(fact -> fact(model, fact, zone)).toArray();
    }

    /** Instants are written as people of the language write them; anything else stays. */
    private static String fact(PageModel model, String fact, ZoneId zone) {
        if (fact.length() < 20 || !fact.endsWith("Z")) return fact;
        try {
            return model.seconds(Instant.parse(fact), zone);
        } catch (DateTimeException e) {
            return fact; // a name that only looks like a time
        }
    }
}
