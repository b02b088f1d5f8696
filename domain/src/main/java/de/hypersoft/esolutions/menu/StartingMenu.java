package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Deposit;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Rates;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.VatClass;
import java.util.List;

/** A menu without dishes: the VAT classes and deposits of its country, so that nobody has to know the rates (L8, L12). */
final class StartingMenu {

    private static final String DRAFT = "draft";
    private static final String EARLY = "2024-01-01";

    private StartingMenu() {}

    /** @param country one in which the platform serves; @param currency ISO 4217 */
    static CatalogDocument of(String country, String currency) {
        return new CatalogDocument(
                DRAFT,
                null,
                currency,
                vatClasses(country),
                List.of(),
                deposits(country),
                List.of(),
                List.of(),
                CatalogDocument.Removed.NOTHING);
    }

    private static List<VatClass> vatClasses(String country) {
        return switch (country) {
            case "AT" -> List.of(flat("food", "10.00"), flat("drinks", "20.00"));
            case "CH" ->
                List.of(
                        new VatClass("food", List.of(new Rates(EARLY, "8.10", "2.60"))),
                        new VatClass("soft-drinks", List.of(new Rates(EARLY, "8.10", "2.60"))),
                        flat("alcohol", "8.10"));
            case "GB" ->
                List.of(
                        flat("food", "20.00"),
                        new VatClass("cold-food", List.of(new Rates(EARLY, "20.00", "0.00"))),
                        flat("drinks", "20.00"));
            default ->
                List.of(
                        new VatClass(
                                "food",
                                List.of(new Rates(EARLY, "19.00", "7.00"), new Rates("2026-01-01", "7.00", "7.00"))),
                        flat("drinks", "19.00"));
        };
    }

    private static VatClass flat(String id, String rate) {
        return new VatClass(id, List.of(new Rates(EARLY, rate, rate)));
    }

    private static List<Deposit> deposits(String country) {
        return switch (country) {
            case "DE" ->
                List.of(
                        new Deposit("CAN", "0.25", "SINGLE_USE"),
                        new Deposit("BOTTLE", "0.15", "REUSABLE"),
                        new Deposit("BEER", "0.08", "REUSABLE"));
            case "AT" -> List.of(new Deposit("CAN", "0.25", "SINGLE_USE"));
            default -> List.of();
        };
    }
}
