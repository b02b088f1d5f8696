package de.hypersoft.esolutions.catalog;

import java.util.Arrays;

/** What must be stated of additives on a card, by the German rules (LMZDV § 5); guests read the words of each. */
public enum Additive {
    COLOUR,
    PRESERVATIVE,
    ANTIOXIDANT,
    FLAVOUR_ENHANCER,
    SULPHURED,
    BLACKENED,
    PHOSPHATE,
    MILK_PROTEIN,
    CAFFEINE,
    QUININE,
    SWEETENER,
    WAXED;

    public static boolean isKnown(String code) {
        return Arrays.stream(values()).anyMatch(additive -> additive.name().equals(code));
    }
}
