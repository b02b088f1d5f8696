package de.hypersoft.esolutions.catalog.document;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shape of each element of a catalogue; whoever has another shape is refused by name. */
final class CatalogShape {

    private CatalogShape() {}

    static CatalogDocument.VatClass vatClass(Members json) {
        return new CatalogDocument.VatClass(
                json.id("id"),
                json.objects(
                        "rates",
                        r -> new CatalogDocument.Rates(r.string("from"), r.string("onSite"), r.string("takeAway"))));
    }

    static CatalogDocument.Category category(Members json) {
        return new CatalogDocument.Category(
                json.id("id"), json.words("name", Members.NAME, true), json.number("sort", 0));
    }

    static CatalogDocument.Deposit deposit(Members json) {
        return new CatalogDocument.Deposit(json.id("id"), json.amount("amount"), json.string("kind"));
    }

    static CatalogDocument.OptionGroup optionGroup(Members json) {
        return new CatalogDocument.OptionGroup(
                json.id("id"),
                json.words("name", Members.NAME, true),
                json.number("min", 0),
                json.number("max", 1),
                json.objects("options", CatalogShape::option));
    }

    private static CatalogDocument.Option option(Members json) {
        return new CatalogDocument.Option(
                json.id("id"),
                json.words("name", Members.NAME, true),
                json.has("price") ? json.amount("price") : "0.00",
                json.idOrNone("articleId", false),
                Objects.requireNonNullElse(json.statement("allergens"), List.of()),
                json.codes("optionGroups"),
                json.has("max") ? json.number("max", 1) : null);
    }

    static CatalogDocument.Article article(Members json) {
        if (json.has("image") || json.has("images"))
            json.wrong(
                    json.has("image") ? "image" : "images",
                    "image-not-from-location",
                    "images come from the head office, not with an article (T23)");
        return new CatalogDocument.Article(
                json.id("id"),
                json.idOrNone("category", true),
                json.words("name", Members.NAME, true),
                json.words("description", Members.DESCRIPTION, false),
                json.amount("price"),
                json.prices("prices"),
                oneVatClass(json),
                json.codes("optionGroups"),
                json.codes("components"),
                json.statement("allergens"),
                json.codes("additives"),
                json.idOrNone("deposit", false),
                json.number("minimumAge", 0),
                content(json),
                json.number("sort", 0),
                json.has("discountPercent") ? json.string("discountPercent") : null,
                json.flag("sellable", true),
                json.objects("windows", CatalogShape::window),
                json.codes("marks"));
    }

    static CatalogDocument.Removed removed(Members json) {
        return new CatalogDocument.Removed(
                json.texts("articles", CatalogText.MAX_ARTICLES),
                json.texts("optionGroups", CatalogText.MAX_OPTION_GROUPS),
                json.codes("categories"),
                json.codes("deposits"),
                json.codes("vatClasses"));
    }

    private static String oneVatClass(Members json) {
        boolean several = json.isList("vatClass");
        if (!several && !json.has("vatSplit")) return json.id("vatClass");
        json.wrong(
                several ? "vatClass" : "vatSplit",
                "vat-split",
                "one article has one VAT class; make the other part an option (T11)");
        return "";
    }

    private static CatalogDocument.@Nullable Content content(Members json) {
        if (!json.has("content")) return null;
        Members content = json.object("content");
        return new CatalogDocument.Content(content.number("amount", 0), content.string("unit"));
    }

    private static CatalogDocument.Window window(Members json) {
        return new CatalogDocument.Window(json.codes("days"), json.string("from"), json.string("until"));
    }
}
