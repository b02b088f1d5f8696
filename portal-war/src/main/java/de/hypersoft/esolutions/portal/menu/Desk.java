package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.menu.Editor;
import de.hypersoft.esolutions.menu.ManageDraft;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every page of the editor stands on: a location, and its menu as it is being made. */
public record Desk(VisibleLocations.Site site, ManageDraft.Shown shown, LocalDate today) {

    static Desk at(VisibleLocations.Site site, ManageDraft drafts, VisibleLocations visible) {
        return new Desk(
                site,
                drafts.look(site.tenant().id(), site.id()),
                visible.now().atZone(site.location().zone()).toLocalDate());
    }

    static Editor editor(VisibleLocations.Site site, VisibleLocations visible) {
        return new Editor(site.tenant().id(), site.id(), visible.caller().actor());
    }

    static String address(VisibleLocations.Site site) {
        return "/portal/menu/" + site.id();
    }

    public String address() {
        return address(site);
    }

    public CatalogDocument menu() {
        return shown.menu();
    }

    public boolean open() {
        return shown.canBeChanged();
    }

    public String currency() {
        return site.tenant().currency().getCurrencyCode();
    }

    /** That of the brand first, in which each name is needed. */
    public List<String> languages() {
        return Stream.concat(Stream.of(shown.language()), Stream.of("de", "en"))
                .distinct()
                .toList();
    }

    public String name(Map<String, String> words) {
        return new LocalizedText(words).in(shown.language());
    }

    /** A part before or after a change: amounts as the language writes them, a dash for nothing. */
    public String said(PageModel model, String value) {
        if (value.isEmpty()) return "–";
        return value.matches("[-\\d. /]+") ? model.decimal(value) : value;
    }

    /** An amount in its field: as the language writes it, or as it was typed where it is none. */
    public String typed(PageModel model, String amount) {
        if (amount.matches("-?\\d+\\.\\d\\d")) return model.decimal(amount);
        return amount.startsWith(Typed.UNCLEAR) ? amount.substring(Typed.UNCLEAR.length()) : amount;
    }

    /** What holds today of a VAT class; empty rates where none does. */
    public CatalogDocument.Rates rates(CatalogDocument.VatClass vatClass) {
        return vatClass.rates().stream()
                .filter(rates -> rates.from().compareTo(today.toString()) <= 0)
                .max((one, other) -> one.from().compareTo(other.from()))
                .orElse(new CatalogDocument.Rates("", "", ""));
    }
}
