package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.ordering.guests.GuestOrders;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.web.asset.Icons;
import de.hypersoft.esolutions.web.page.Bundle;
import de.hypersoft.esolutions.web.page.Texts;
import de.hypersoft.esolutions.web.page.View;
import gg.jte.Content;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page, and the words and figures in the guest's language.
 *
 * @param shop null only on the page for a host that has no shop
 * @param location the location the page is about, if any
 * @param path of the request, for the language links
 * @param shared whether nothing on it is about whoever asks for it: the guest's own comes by a script, from {@code GuestPart}
 * @param token the form token; every form on the page carries it. Empty on a shared page, until the script brings it
 * @param bar the cart at the foot of the menu, if there is something in it
 * @param lastOrder the guest's own order that is not done yet, if there is one
 */
public record ShopPage(
        Texts texts,
        Formats figures,
        @Nullable Shopfront shop,
        @Nullable ShopLocation location,
        String title,
        String path,
        Optional<String> canonical,
        Instant now,
        boolean shared,
        String token,
        @Nullable CartBar bar,
        GuestOrders.@Nullable Placed lastOrder) {

    public static final Bundle TEXTS = Bundle.of(ShopPage.class, "/shop/messages");

    /** What the sticky bar says: how many pieces, to be picked up or delivered, for how much. */
    public record CartBar(int pieces, OrderType type, Money total) {}

    /** A page within this frame, which its template takes as {@code model}. */
    public static View view(Class<?> template, ShopPage frame, Object page) {
        return View.of(template, page).with("model", frame);
    }

    public String t(String key, Object... values) {
        return texts.text(key, values);
    }

    /** Which keys a phone shows for a postcode of this country. */
    public String postcodeKeys(String country) {
        return Postcode.isNumeric(country) ? "numeric" : "text";
    }

    /** The text for a code that a till may have made up itself; then the code itself is shown. */
    public String word(String group, String code) {
        String key = group + "." + code;
        return texts.orElse(key, code);
    }

    public String money(Money money) {
        return figures.money(money);
    }

    /** @param open whether it may become more: then "ab" stands before it */
    public String price(Money least, boolean open) {
        return open ? t("price.from", money(least)) : money(least);
    }

    public String delta(Money money) {
        return figures.delta(money);
    }

    public String moment(Instant at) {
        return figures.moment(at, location().details().zone(), now);
    }

    public String time(Instant at) {
        return figures.time(at, location().details().zone());
    }

    public Content icon(String name) {
        return Icons.of(name);
    }

    public String language() {
        return texts.language();
    }

    public String otherLanguage() {
        return language().equals("de") ? "en" : "de";
    }

    public String asset(String name) {
        return ShopAssets.path(name);
    }

    public String brandSheet() {
        return shop == null || !Brand.valid(shop.brandColour())
                ? ""
                : "/brand/" + shop.brandColour().replace("#", "") + ".css";
    }

    public String brandName() {
        return shop == null ? "eSolutions" : shop.name();
    }

    /** A path of the page's location: {@code at("/cart")} is {@code /linde-mitte/cart}. */
    public String at(String rest) {
        return "/" + location().slug() + rest;
    }

    /** The location of a page that is about one. */
    @Override
    public ShopLocation location() {
        if (location == null) throw new IllegalStateException("this page belongs to no location");
        return location;
    }

    public boolean hasLocation() {
        return location != null;
    }

    public boolean manyLocations() {
        return shop != null && shop.locations().size() > 1;
    }

    /** The same at another time. */
    public ShopPage at(Instant moment) {
        return new ShopPage(
                texts, figures, shop, location, title, path, canonical, moment, shared, token, bar, lastOrder);
    }

    public ShopPage with(GuestOrders.@Nullable Placed order) {
        return new ShopPage(texts, figures, shop, location, title, path, canonical, now, shared, token, bar, order);
    }

    public ShopPage with(@Nullable CartBar newBar) {
        return new ShopPage(
                texts, figures, shop, location, title, path, canonical, now, shared, token, newBar, lastOrder);
    }
}
