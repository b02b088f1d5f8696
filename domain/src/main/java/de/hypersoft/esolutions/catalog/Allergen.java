package de.hypersoft.esolutions.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be named on food: the fourteen of annex II of Regulation (EU) No 1169/2011, cereals and nuts singly. GLUTEN
 * and NUTS stand for sources that do not say which.
 */
public enum Allergen {
    GLUTEN,
    WHEAT(GLUTEN),
    RYE(GLUTEN),
    BARLEY(GLUTEN),
    OATS(GLUTEN),
    SPELT(GLUTEN),
    KAMUT(GLUTEN),
    CRUSTACEANS,
    EGGS,
    FISH,
    PEANUTS,
    SOYBEANS,
    MILK,
    NUTS,
    ALMONDS(NUTS),
    HAZELNUTS(NUTS),
    WALNUTS(NUTS),
    CASHEWS(NUTS),
    PECANS(NUTS),
    BRAZIL_NUTS(NUTS),
    PISTACHIOS(NUTS),
    MACADAMIAS(NUTS),
    CELERY,
    MUSTARD,
    SESAME,
    SULPHITES,
    LUPIN,
    MOLLUSCS;

    private final @Nullable Allergen general;

    Allergen() {
        this(null);
    }

    Allergen(@Nullable Allergen general) {
        this.general = general;
    }

    public static Optional<Allergen> of(String code) {
        return Arrays.stream(values()).filter(a -> a.name().equals(code)).findFirst();
    }

    /** Whether somebody who eats no animals leaves it: fish and seafood, milk and eggs. */
    public boolean ofAnimals() {
        return ofDeadAnimals() || this == MILK || this == EGGS;
    }

    public boolean ofDeadAnimals() {
        return this == FISH || this == CRUSTACEANS || this == MOLLUSCS;
    }

    /**
     * Whom a dish with it is not for: wheat is gluten too, and gluten that nobody named may be wheat. So whoever avoids one
     * of these is warned.
     */
    public Set<Allergen> mayConcern() {
        Set<Allergen> concerned = EnumSet.of(this);
        for (Allergen other : values()) if (other.general == this || other == general) concerned.add(other);
        return concerned;
    }
}
