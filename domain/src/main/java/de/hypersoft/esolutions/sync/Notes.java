package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.CatalogDocument;
import de.hypersoft.esolutions.catalog.Finding;
import de.hypersoft.esolutions.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a load says that is no fault, and that somebody may want to mend all the same. */
final class Notes {

    private static final int NAMED = 3;
    private static final String LOST = "\uFFFD";

    private Notes() {}

    static List<Finding> of(List<Finding> read, CatalogDocument sent, Tenant tenant) {
        List<Finding> notes = new ArrayList<>(read);
        String language = tenant.defaultLanguage();
        note(
                notes,
                "default-language-blank",
                "have no name in »" + language + "«; guests read another language",
                sent.articles().stream()
                        .filter(a -> !a.name().containsKey(language))
                        .map(CatalogDocument.Article::id)
                        .toList());
        note(
                notes,
                "letters-lost",
                "hold the mark for a letter that was lost before the till sent them",
                sent.articles().stream()
                        .filter(a -> lost(a.name()) || lost(a.description()))
                        .map(CatalogDocument.Article::id)
                        .toList());
        return List.copyOf(notes);
    }

    private static void note(List<Finding> notes, String code, String what, List<String> ids) {
        if (ids.isEmpty()) return;
        String first = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        notes.add(Finding.of("catalogue", first, code, ids.size() + " articles " + what));
    }

    private static boolean lost(Map<String, String> texts) {
        return texts.values().stream().anyMatch(text -> text.contains(LOST));
    }
}
