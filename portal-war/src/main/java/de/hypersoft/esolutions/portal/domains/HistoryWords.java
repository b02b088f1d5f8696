package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.portal.layout.PageModel;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the history of a domain keeps for programs, said in the reader's language. */
public final class HistoryWords {

    private HistoryWords() {}

    public static String detail(PageModel model, DomainHistory.Line line, ZoneId zone) {
        return switch (line.event()) {
            case "automatic-failed" -> model.texts().orElse("acme." + line.detail(), line.detail());
            case "certificate-refused" -> refused(model, line, zone);
            default -> line.detail();
        };
    }

    private static String refused(PageModel model, DomainHistory.Line line, ZoneId zone) {
        String[] codes = line.detail().split(" ");
        if (line.facts().size() != codes.length) return refused(model, line.detail()); // of an older release
        return IntStream.range(0, codes.length)
                .mapToObj(
                        i -> FindingTexts.sentence(model, codes[i], line.facts().get(i), zone))
                .collect(Collectors.joining(" "));
    }

    /**
     * Why a file was refused, where only the codes are kept, so that the sentences do without their figures.
     *
     * @param codes of findings, divided by blanks
     */
    public static String refused(PageModel model, String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> model.texts().orElse("pfx." + code, model.text("audit.other")))
                .map(sentence ->
                        sentence.replaceAll(" \\([^()]*\\{\\d}[^()]*\\)", "").replaceAll("\\{\\d}", "…"))
                .collect(Collectors.joining(" "));
    }
}
