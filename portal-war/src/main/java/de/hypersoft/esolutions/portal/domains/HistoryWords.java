package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.portal.layout.PageModel;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the history of a domain keeps for programs, said in the reader's language. */
public final class HistoryWords {

    private HistoryWords() {}

    public static String detail(PageModel model, DomainHistory.Line line) {
        return switch (line.event()) {
            case "automatic-failed" -> model.texts().orElse("acme." + line.detail(), line.detail());
            case "certificate-refused" -> refused(model, line.detail());
            default -> line.detail();
        };
    }

    /**
     * Why a file was refused. Only the codes are kept, so the sentences do without their figures.
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
