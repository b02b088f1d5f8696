package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;

/** Price per litre or kilogram of a packaged good, without deposit (L19). */
record UnitPrice(Money price, String unit) {

    static UnitPrice of(Money price, Menu.Content content) {
        long thousandfold = Math.multiplyExact(price.minor(), 1_000L);
        long perThousand = Math.floorDiv(thousandfold + content.amount() / 2, content.amount());
        return new UnitPrice(
                new Money(perThousand, price.currency()), content.unit().equals("ml") ? "l" : "kg");
    }

    /** {@code 0,33 l} or {@code 250 g}: in whole base units up to 99, then in litres or kilograms. */
    static String quantity(Menu.Content content, boolean german) {
        boolean liquid = content.unit().equals("ml");
        if (!liquid && content.amount() < 1_000 || liquid && content.amount() < 100)
            return content.amount() + "\u00a0" + content.unit();
        String number = content.amount() / 1_000 + "." + String.format("%03d", content.amount() % 1_000);
        String trimmed = number.replaceAll("\\.?0+$", "");
        return (german ? trimmed.replace('.', ',') : trimmed) + "\u00a0" + (liquid ? "l" : "kg");
    }
}
