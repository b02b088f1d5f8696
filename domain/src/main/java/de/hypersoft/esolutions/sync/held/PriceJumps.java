package de.hypersoft.esolutions.sync.held;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Warns of dishes whose price becomes a multiple or a fraction of what guests see: cents sent as euros, for instance. */
public final class PriceJumps {

    static final String CODE = "price-jump";

    private static final int TIMES = 5;

    private PriceJumps() {}

    /** @param before what guests pay now; empty when nothing speaks for a slip */
    public static Optional<PriceChange> of(Menu.Article before, Menu.@Nullable Article after) {
        if (after == null) return Optional.empty();
        Money old = before.price();
        Money now = after.price();
        boolean jumps = old.isPositive()
                && now.isPositive()
                && (now.minor() >= old.minor() * TIMES || old.minor() >= now.minor() * TIMES);
        return jumps ? Optional.of(new PriceChange(old.decimal(), now.decimal())) : Optional.empty();
    }

    /** @param shown what guests see; null for none. At most one finding for each dish */
    public static List<CatalogFinding> of(@Nullable Menu shown, Menu next) {
        List<CatalogFinding> warnings = new ArrayList<>();
        if (shown == null) return warnings;
        for (Menu.Article before : shown.articles().values())
            of(before, next.articles().get(before.id()))
                    .ifPresent(price -> warnings.add(CatalogFinding.of(
                            "article",
                            before.id(),
                            CODE,
                            "its price goes from " + price.before() + " to »" + price.after() + "«")));
        return warnings;
    }
}
