package de.hypersoft.esolutions.sync.upload;

import java.util.List;

/**
 * How a person wants a file read. Public because JSON-B instantiates it by reflection.
 *
 * @param columns what each column means, as {@code Meaning.code} writes it; empty for one that is not read
 * @param foodOnSite and the other rates in percent, as they are typed; empty for none yet
 * @param drinkCategories names of the categories that are taxed as drinks
 */
public record Reading(
        List<String> columns,
        String foodOnSite,
        String foodTakeAway,
        String drinksOnSite,
        String drinksTakeAway,
        List<String> drinkCategories) {

    /** What the countries ask since 2026, to be looked at by a person; of others nothing is known. */
    static Reading of(String country, List<String> columns) {
        return switch (country) {
            case "DE" -> new Reading(columns, "7.00", "7.00", "19.00", "19.00", List.of());
            case "AT" -> new Reading(columns, "10.00", "10.00", "20.00", "20.00", List.of());
            case "CH" -> new Reading(columns, "8.10", "2.60", "8.10", "2.60", List.of());
            case "GB" -> new Reading(columns, "20.00", "20.00", "20.00", "20.00", List.of());
            default -> new Reading(columns, "", "", "", "", List.of());
        };
    }

    Reading withDrinks(List<String> categories) {
        return new Reading(columns, foodOnSite, foodTakeAway, drinksOnSite, drinksTakeAway, List.copyOf(categories));
    }
}
