package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import java.util.List;
import java.util.Map;

/** Nothing of the load can be sold; the reasons are in its report. */
public final class LoadRefused extends Invalid {

    private final transient List<CatalogFinding> findings;

    LoadRefused(List<CatalogFinding> findings) {
        super(
                "nothing-to-sell",
                "no article of this catalogue can be sold; see the report",
                "articles",
                Map.of("refused", findings.size()));
        this.findings = List.copyOf(findings);
    }

    public List<CatalogFinding> findings() {
        return findings;
    }
}
