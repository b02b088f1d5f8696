package de.hypersoft.esolutions.shop;

import de.hypersoft.esolutions.shop.api.ApiContractResource;
import de.hypersoft.esolutions.shop.api.ApiPage;
import de.hypersoft.esolutions.shop.api.LocationsResource;
import de.hypersoft.esolutions.shop.api.OrdersResource;
import de.hypersoft.esolutions.shop.api.QuotesResource;
import de.hypersoft.esolutions.shop.cart.CartPage;
import de.hypersoft.esolutions.shop.checkout.CheckoutPage;
import de.hypersoft.esolutions.shop.checkout.ConfirmOrderPage;
import de.hypersoft.esolutions.shop.errors.ShopProblemMapper;
import de.hypersoft.esolutions.shop.guard.FormReader;
import de.hypersoft.esolutions.shop.guard.ShopBodyLimit;
import de.hypersoft.esolutions.shop.guard.ShopHeadersFilter;
import de.hypersoft.esolutions.shop.guard.ShopRequestFilter;
import de.hypersoft.esolutions.shop.guard.ShopRouteNames;
import de.hypersoft.esolutions.shop.legal.LegalPage;
import de.hypersoft.esolutions.shop.location.HomePage;
import de.hypersoft.esolutions.shop.menu.ArticlePage;
import de.hypersoft.esolutions.shop.menu.GuestPart;
import de.hypersoft.esolutions.shop.menu.MenuPage;
import de.hypersoft.esolutions.shop.menu.Pictures;
import de.hypersoft.esolutions.shop.offline.OfflinePage;
import de.hypersoft.esolutions.shop.status.StatusPage;
import de.hypersoft.esolutions.shop.view.Files;
import de.hypersoft.esolutions.shop.view.HeaderPictureFile;
import de.hypersoft.esolutions.shop.view.ShopIcon;
import de.hypersoft.esolutions.web.body.TextBodies;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Every address of the shop. Tests walk this list; a resource method without its row here fails them. */
public enum ShopRoute {
    HOME(HomePage.class, Kind.PAGE, "/"),
    MENU(MenuPage.class, Kind.PAGE, "/{location}"),
    GUEST_PART(GuestPart.class, Kind.FILE, "/{location}/guest"),
    ARTICLE(ArticlePage.class, Kind.PAGE, "/{location}/articles/{id}"),
    ADD_TO_CART(ArticlePage.class, Kind.FORM, "/{location}/articles/{id}"),
    CART(CartPage.class, Kind.PAGE, "/{location}/cart"),
    CHANGE_LINE(CartPage.class, Kind.FORM, "/{location}/cart/lines/{line}"),
    RESTORE_LINE(CartPage.class, Kind.FORM, "/{location}/cart/removed-line"),
    ORDER_TYPE(CartPage.class, Kind.FORM, "/{location}/cart/order-type"),
    CHECKOUT(CheckoutPage.class, Kind.PAGE, "/{location}/checkout"),
    ORDER(CheckoutPage.class, Kind.FORM, "/{location}/checkout"),
    KEEP_WORDS(CheckoutPage.class, Kind.FORM, "/{location}/checkout/words"),
    FIND_ORDER(CheckoutPage.class, Kind.FILE, "/{location}/checkout/orders/{key}"),
    AWAITS_CLICK(ConfirmOrderPage.class, Kind.PAGE, "/{location}/checkout/confirmation/{key}"),
    CONFIRM(ConfirmOrderPage.class, Kind.PAGE, "/orders/confirmation/{token}"),
    CONFIRMED(ConfirmOrderPage.class, Kind.FORM, "/orders/confirmation/{token}"),
    STATUS(StatusPage.class, Kind.PAGE, "/orders/{token}"),
    STATUS_VERSION(StatusPage.class, Kind.FILE, "/orders/{token}/version"),
    STATUS_LIVE(StatusPage.class, Kind.FILE, "/orders/{token}/live"),
    REPEAT(StatusPage.class, Kind.FORM, "/orders/{token}/repetition"),
    GUEST_WISH(StatusPage.class, Kind.FORM, "/orders/{token}/guest-data"),
    IMPRINT(LegalPage.class, Kind.PAGE, "/{location}/imprint"),
    PRIVACY(LegalPage.class, Kind.PAGE, "/{location}/privacy"),
    TERMS(LegalPage.class, Kind.PAGE, "/{location}/terms"),
    WITHDRAWAL(LegalPage.class, Kind.PAGE, "/{location}/withdrawal"),
    ACCESSIBILITY(LegalPage.class, Kind.PAGE, "/{location}/accessibility"),
    ALLERGENS(LegalPage.class, Kind.PAGE, "/{location}/allergens"),
    PICTURE(Pictures.class, Kind.FILE, "/images/{article}/{version}"),
    HEADER(HeaderPictureFile.class, Kind.FILE, "/brand/header/{version}"),
    STATIC(Files.class, Kind.FILE, "/static/{version}/{name}"),
    BRAND(Files.class, Kind.FILE, "/brand/{colour}.css"),
    OFFLINE(OfflinePage.class, Kind.PAGE, "/offline"),
    WORKER(OfflinePage.class, Kind.FILE, "/worker.js"),
    ROBOTS(Files.class, Kind.FILE, "/robots.txt"),
    ICON(ShopIcon.class, Kind.FILE, "/icon.svg"),
    API_CONTRACT(ApiContractResource.class, Kind.FILE, "/openapi"),
    API_DOCS(ApiPage.class, Kind.PAGE, "/api/v1/docs"),
    API_LOCATIONS(LocationsResource.class, Kind.JSON, "/api/v1/locations"),
    API_MENU(LocationsResource.class, Kind.JSON, "/api/v1/locations/{location}/menu"),
    API_TIMES(LocationsResource.class, Kind.JSON, "/api/v1/locations/{location}/times"),
    API_ARTICLE(LocationsResource.class, Kind.JSON, "/api/v1/locations/{location}/articles/{id}"),
    API_QUOTE(QuotesResource.class, Kind.JSON_ORDER, "/api/v1/quotes"),
    API_PLACE_ORDER(OrdersResource.class, Kind.JSON_ORDER, "/api/v1/orders"),
    API_ORDER(OrdersResource.class, Kind.JSON, "/api/v1/orders/{token}");

    /** PAGE, FILE and JSON are read by GET; FORM and JSON_ORDER are sent by POST. */
    public enum Kind {
        PAGE,
        FORM,
        FILE,
        JSON,
        JSON_ORDER;

        public String method() {
            return this == FORM || this == JSON_ORDER ? "POST" : "GET";
        }
    }

    static final Set<Class<?>> PROVIDERS = Set.of(
            ShopRouteNames.class,
            ShopRequestFilter.class,
            ShopBodyLimit.class,
            ShopHeadersFilter.class,
            TextBodies.class,
            FormReader.class,
            ShopProblemMapper.class);

    private final Class<?> resource;
    private final Kind kind;
    private final String template;

    ShopRoute(Class<?> resource, Kind kind, String template) {
        this.resource = resource;
        this.kind = kind;
        this.template = template;
    }

    public Kind kind() {
        return kind;
    }

    public String template() {
        return template;
    }

    static Set<Class<?>> resources() {
        return Arrays.stream(values()).map(r -> r.resource).collect(Collectors.toSet());
    }
}
