package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import java.util.List;

/** What was typed, or the whole menu, would be refused by a load: each reason with its place, the first as the refusal. */
public final class MenuFaults extends Invalid {

    private final transient List<CatalogFinding> findings;

    MenuFaults(List<CatalogFinding> findings) {
        super(findings.get(0).code(), findings.get(0).detail(), place(findings.get(0)));
        this.findings = List.copyOf(findings);
    }

    public List<CatalogFinding> findings() {
        return findings;
    }

    /** {@code name.de} for {@code /name/de}: how forms call the field. */
    public static String place(CatalogFinding finding) {
        String at = finding.at();
        return at == null || at.isEmpty() ? "" : at.substring(1).replace('/', '.');
    }
}
