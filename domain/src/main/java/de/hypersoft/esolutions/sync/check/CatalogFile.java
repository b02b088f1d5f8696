package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.Utf8;
import java.io.Reader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a catalogue's file as a load of it would, without a server: the same reading and the same rules, and all that
 * they say at once. What only the server knows is not looked at: the brand's currency, words for allergens of the
 * location's own, versions that were sent before, dishes that would be missing.
 */
public final class CatalogFile {

    /** What an increment may name without bringing it. */
    private static final Set<String> BROUGHT_BEFORE = Set.of(
            "unknown-article",
            "unknown-category",
            "unknown-component",
            "unknown-deposit",
            "unknown-option-group",
            "unknown-vat-class");

    /** What compares two members, of which one may be broken. */
    private static final Set<String> COMPARING = Set.of("min-over-max", "min-over-options");

    private final CatalogText.Inspection read;
    private final List<FileFault> faults = new ArrayList<>();
    private final List<FileFault> notes = new ArrayList<>();

    private CatalogFile(CatalogText.Inspection read) {
        this.read = read;
    }

    /**
     * What was found.
     *
     * @param faults for which the whole or a part would be refused, each where it has to be mended
     * @param notes what would be taken, and somebody may want to mend all the same
     */
    public record Report(List<FileFault> faults, List<FileFault> notes) {}

    /**
     * @param today the location's day, on which each VAT class must have a rate
     * @param country of the location, ISO 3166-1 alpha-2: what the letters of its card mean
     */
    public static Report check(byte[] json, LocalDate today, String country) {
        String text;
        try {
            text = Utf8.text(json, "");
        } catch (Invalid unreadable) {
            return new Report(List.of(FileFault.of(unreadable)), List.of());
        }
        return check(new StringReader(text), today, country);
    }

    /** The same of a text that is read as it comes; its letters are known to be right. */
    public static Report check(Reader json, LocalDate today, String country) {
        CatalogFile file = new CatalogFile(CatalogText.inspect(json));
        file.read.refused().forEach(refused -> file.faults.add(FileFault.of(refused)));
        file.read.result().ifPresent(result -> file.judge(result, today, new AllergenWords(country, Map.of())));
        return new Report(List.copyOf(file.faults), List.copyOf(file.notes));
    }

    private void judge(CatalogText.Result result, LocalDate today, AllergenWords words) {
        CatalogDocument sent = result.document();
        CatalogCheck.Result checked = CatalogCheck.inspect(sent, currency(sent.currency()), today, words);
        Map<String, List<String>> broken = new HashMap<>();
        for (CatalogFinding finding : result.findings())
            broken.computeIfAbsent(finding.key(), key -> new ArrayList<>()).add(place(finding));
        List<CatalogFinding> refused = new ArrayList<>(result.findings());
        for (CatalogFinding finding : checked.refused())
            if (counts(finding, sent.baseVersion() != null, broken.getOrDefault(finding.key(), List.of())))
                refused.add(finding);
        refused.forEach(finding -> faults.add(fault(finding)));
        boolean sold = checked.accepted().articles().stream()
                .anyMatch(article ->
                        article.sellable() && !broken.containsKey(CatalogFinding.key("article", article.id())));
        if (!sold && sent.baseVersion() == null)
            faults.add(new FileFault("/articles", "nothing-to-sell", "no article of this catalogue can be sold"));
        for (CatalogFinding note : Notes.of(result.notes(), sent, "de", refused))
            notes.add(new FileFault("", note.code(), note.detail(), note.id(), Map.of()));
    }

    /** Not what only follows from something, nor what is said of a value that stands for a broken one. */
    private static boolean counts(CatalogFinding finding, boolean increment, List<String> broken) {
        if (finding.cause() != null || increment && BROUGHT_BEFORE.contains(finding.code())) return false;
        if (!broken.isEmpty() && COMPARING.contains(finding.code())) return false;
        String at = place(finding);
        return broken.stream().noneMatch(other -> within(at, other) || within(other, at));
    }

    private static boolean within(String place, String outer) {
        return !outer.isEmpty() && (place.equals(outer) || place.startsWith(outer + "/"));
    }

    private static String place(CatalogFinding finding) {
        return finding.at() == null ? "" : finding.at();
    }

    /** Amounts are looked at all the same, as those of a currency with cents. */
    private Currency currency(String code) {
        Optional<Currency> known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findAny();
        if (known.isEmpty() && !code.isEmpty())
            faults.add(new FileFault(
                    "/currency", "wrong-currency", code + " is no currency of ISO 4217", "", Map.of("unknown", code)));
        return known.orElse(Currency.getInstance("EUR"));
    }

    private FileFault fault(CatalogFinding finding) {
        Integer place = read.places().get(finding.key());
        String pointer = place == null ? "" : FileFault.step(list(finding.kind())) + "/" + place + place(finding);
        return new FileFault(pointer, finding.code(), finding.detail(), finding.id(), Map.of());
    }

    private static String list(String kind) {
        return switch (kind) {
            case "vatClass" -> "vatClasses";
            case "category" -> "categories";
            default -> kind + "s";
        };
    }
}
