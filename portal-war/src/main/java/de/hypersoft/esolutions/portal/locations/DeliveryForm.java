package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryArea;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Currency;
import java.util.List;

/** A delivery area as it was typed: postcodes with commas or spaces between, amounts with comma or point. */
public class DeliveryForm {

    @FormParam("former")
    @DefaultValue("")
    private String former = "";

    @FormParam("postcodes")
    @DefaultValue("")
    private String postcodes = "";

    @FormParam("minimum")
    @DefaultValue("")
    private String minimum = "";

    @FormParam("fee")
    @DefaultValue("")
    private String fee = "";

    @FormParam("freeFrom")
    @DefaultValue("")
    private String freeFrom = "";

    @FormParam("leadMinutes")
    @DefaultValue("")
    private String leadMinutes = "";

    public DeliveryForm() {} // JAX-RS

    private DeliveryForm(
            String former, String postcodes, String minimum, String fee, String freeFrom, String leadMinutes) {
        this.former = former;
        this.postcodes = postcodes;
        this.minimum = minimum;
        this.fee = fee;
        this.freeFrom = freeFrom;
        this.leadMinutes = leadMinutes;
    }

    /** @param existing whether it stands there already, so that postcodes taken out of it are given up */
    static DeliveryForm of(DeliveryArea area, boolean existing) {
        Money free = area.freeFrom();
        String codes = String.join(", ", area.postcodes());
        return new DeliveryForm(
                existing ? codes : "",
                codes,
                area.minimum().decimal(),
                area.fee().decimal(),
                free == null ? "" : free.decimal(),
                area.leadMinutes() == null ? "" : area.leadMinutes().toString());
    }

    /** What stands in the address of a removed area. */
    static DeliveryForm typed(String postcodes, String minimum, String fee, String freeFrom, String leadMinutes) {
        return new DeliveryForm("", postcodes, minimum, fee, freeFrom, leadMinutes);
    }

    DeliveryArea area(Currency currency) {
        return new DeliveryArea(
                list(postcodes),
                amount(minimum, "minimum", currency),
                amount(fee, "fee", currency),
                freeFrom.isBlank() ? null : amount(freeFrom, "freeFrom", currency),
                leadMinutes.isBlank() ? null : minutes());
    }

    private int minutes() {
        try {
            return Integer.parseInt(leadMinutes.strip());
        } catch (NumberFormatException notOne) {
            throw new Invalid("not-a-number", "the lead time is no whole number", "leadMinutes");
        }
    }

    List<String> formerCodes() {
        return list(former);
    }

    List<String> codes() {
        return list(postcodes);
    }

    /** British postcodes hold a space, so a comma or a new line parts them there; elsewhere a space does too. */
    private static List<String> list(String text) {
        String parts = text.matches("[\\d\\s,;]*") ? "[\\s,;]+" : "[,;\\n\\r]+";
        return List.of(text.split(parts)).stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static Money amount(String text, String field, Currency currency) {
        if (text.isBlank()) throw new Invalid("required", field + " is missing", field);
        try {
            return Money.parse(text.strip().replace(',', '.'), currency);
        } catch (Money.InvalidAmount notOne) {
            throw new Invalid("invalid-amount", field + " is no amount", field);
        }
    }

    public String former() {
        return former;
    }

    public String postcodes() {
        return postcodes;
    }

    public String minimum() {
        return minimum;
    }

    public String fee() {
        return fee;
    }

    public String freeFrom() {
        return freeFrom;
    }

    public String leadMinutes() {
        return leadMinutes;
    }
}
