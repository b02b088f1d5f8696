package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.Set;
import java.util.regex.Pattern;

/** What a brand or a location is called in addresses. */
final class Slug {

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The first step of the shop's own addresses. */
    private static final Set<String> OWN =
            Set.of("api", "brand", "health", "images", "metrics", "offline", "openapi", "orders", "portal", "static");

    private Slug() {}

    /** @throws Invalid {@code invalid-slug} on {@code slug} */
    static void check(String slug) {
        if (!PATTERN.matcher(slug).matches() || OWN.contains(slug))
            throw new Invalid(
                    "invalid-slug", "a name in addresses has a-z, 0-9 and hyphens, and is not the shop's own", "slug");
    }
}
