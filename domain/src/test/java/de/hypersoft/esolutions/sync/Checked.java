package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.sync.check.CatalogCheck;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What became of a catalogue's text: what is taken, and what was refused and why. */
public record Checked(CatalogDocument accepted, List<CatalogFinding> refused) {

    /** An article that nobody refuses. */
    public static final String GOOD = Catalogues.article("good", "");

    public static Checked of(String json) {
        CatalogText.Result read = CatalogText.read(new StringReader(json));
        CatalogCheck.Result result = CatalogCheck.check(
                read.document(),
                Currency.getInstance("EUR"),
                LocalDate.of(2026, 11, 22),
                new AllergenWords("DE", Map.of()));
        List<CatalogFinding> refused = new ArrayList<>(read.findings());
        refused.addAll(result.refused());
        return new Checked(result.accepted(), refused);
    }
}
