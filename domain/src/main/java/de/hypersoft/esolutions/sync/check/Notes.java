package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.Additive;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a load says that is no fault, and that somebody may want to mend all the same. */
public final class Notes {

    private static final int NAMED = 3;
    private static final Set<String> MARKS = Set.of("VEGAN", "VEGETARIAN", "SPICY", "ALCOHOL");
    private static final String LOST = "\uFFFD";

    private Notes() {}

    /** @param language in which the shop opens; {@code refused} what of the load was not taken */
    public static List<CatalogFinding> of(
            List<CatalogFinding> read, CatalogDocument sent, String language, List<CatalogFinding> refused) {
        List<CatalogFinding> notes = new ArrayList<>(read);
        notes.addAll(TakenOnce.notes(sent, refused));
        if (sent.baseVersion() != null)
            note(
                    notes,
                    "increment-in-parts",
                    "are refused; an increment brings each changed article whole, and keeps nothing of it from before",
                    refused.stream()
                            .filter(finding -> finding.kind().equals("article"))
                            .map(CatalogFinding::id)
                            .distinct()
                            .toList());
        note(
                notes,
                "unknown-additive",
                "name additives that are not known here; guests read them as they are written",
                with(sent, article -> !article.additives().stream().allMatch(Additive::isKnown)));
        note(
                notes,
                "unknown-mark",
                "carry marks that are not known here; guests do not see them",
                with(sent, article -> !MARKS.containsAll(article.marks())));
        note(
                notes,
                "default-language-blank",
                "have no name in »" + language + "«; guests read another language",
                with(sent, article -> !article.name().containsKey(language)));
        note(
                notes,
                "letters-lost",
                "hold the mark for a letter that was lost before the till sent them",
                with(sent, article -> lost(article.name()) || lost(article.description())));
        return List.copyOf(notes);
    }

    private static List<String> with(CatalogDocument sent, Predicate<CatalogDocument.Article> what) {
        return sent.articles().stream()
                .filter(what)
                .map(CatalogDocument.Article::id)
                .toList();
    }

    private static void note(List<CatalogFinding> notes, String code, String what, List<String> ids) {
        if (ids.isEmpty()) return;
        String first = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        notes.add(CatalogFinding.of("catalogue", first, code, ids.size() + " articles " + what));
    }

    private static boolean lost(Map<String, String> texts) {
        return texts.values().stream().anyMatch(text -> text.contains(LOST));
    }
}
