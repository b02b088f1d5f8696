package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.database.DatabaseTrouble;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.ordering.guests.GuestOrders;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.web.CookieSecret;
import de.hypersoft.esolutions.web.FormToken;
import de.hypersoft.esolutions.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request of a guest: which shop, in which language, with which cookie. Filled by {@link ShopRequestFilter}. */
@RequestScoped
public class ShopRequest {

    private static final Logger LOG = LoggerFactory.getLogger(ShopRequest.class);

    private final Clock clock;
    private final GuestOrders guestOrders;
    private Instant begun = Instant.EPOCH;
    private long since;
    private @Nullable Shopfront shop;
    private Texts texts = ShopPage.TEXTS.german();
    private String path = "/";
    private String client = "";
    private boolean secure;
    private CookieSecret guest = new CookieSecret(null);
    private @Nullable String lastLocation;
    private @Nullable String locationToKeep;
    private boolean languageChosen;
    private @Nullable LastOrder lastOrder;

    @Inject
    public ShopRequest(Clock clock, GuestOrders guestOrders) {
        this.clock = clock;
        this.guestOrders = guestOrders;
    }

    void enter(String newPath, String newClient, boolean isSecure) {
        this.begun = clock.instant();
        this.since = System.nanoTime();
        this.path = newPath;
        this.client = newClient;
        this.secure = isSecure;
    }

    void enter(Shopfront newShop) {
        this.shop = newShop;
    }

    void speak(Texts language, boolean chosen) {
        this.texts = language;
        this.languageChosen = chosen;
    }

    void carry(@Nullable String secret, @Nullable String location) {
        this.guest = new CookieSecret(secret);
        this.lastLocation = location;
    }

    public Shopfront shop() {
        if (shop == null) throw new NotFound("unknown-host", "no shop answers under this host");
        return shop;
    }

    public boolean hasShop() {
        return shop != null;
    }

    /** @throws NotFound for a location this host's tenant does not have (T49) */
    public ShopLocation location(String slug) {
        return shop().location(slug)
                .orElseThrow(() -> new NotFound("unknown-location", "there is no location " + slug));
    }

    public Texts texts() {
        return texts;
    }

    /** Before anything was looked at for it. */
    Instant begun() {
        return begun;
    }

    /** The same moment in nanoseconds. */
    long since() {
        return since;
    }

    public Instant now() {
        return clock.instant();
    }

    public String client() {
        return client;
    }

    public String path() {
        return path;
    }

    public boolean secure() {
        return secure;
    }

    /** The secret of the guest's cookie, if the browser sent one. */
    public Optional<String> guest() {
        return guest.sent();
    }

    /** The secret of the guest's cookie; a new one is set with the answer. */
    public String guestOrNew() {
        return guest.orNew();
    }

    Optional<String> newGuest() {
        return guest.made();
    }

    public Optional<String> lastLocation() {
        return Optional.ofNullable(lastLocation);
    }

    /** Remembers the location for the next visit. */
    public void remember(ShopLocation location) {
        if (!location.slug().equals(lastLocation)) locationToKeep = location.slug();
    }

    Optional<String> locationToKeep() {
        return Optional.ofNullable(locationToKeep);
    }

    boolean languageChosen() {
        return languageChosen;
    }

    public ShopPage page(String title) {
        return page(null, title, "").with(lastOrder());
    }

    /** The frame that asks nobody anything: for words alone, and for when something is wrong. */
    public ShopPage plainPage(@Nullable ShopLocation location, String title) {
        return page(location, title, "");
    }

    public ShopPage page(ShopLocation location, String title) {
        return page(location, title, "").with(lastOrder());
    }

    /** The frame for a page that is the same for everybody. */
    public ShopPage sharedPage(ShopLocation location, String title) {
        return page(location, title, true, "");
    }

    /** The frame for a page with forms; sets the guest's cookie when there is none. */
    public ShopPage formPage(ShopLocation location, String title) {
        return page(location, title, FormToken.of(guestOrNew())).with(lastOrder());
    }

    private ShopPage page(@Nullable ShopLocation location, String title, String token) {
        return page(location, title, false, token);
    }

    private ShopPage page(@Nullable ShopLocation location, String title, boolean shared, String token) {
        Optional<HostName> host = shop == null ? Optional.empty() : shop.canonicalHost();
        return new ShopPage(
                texts,
                Formats.in(texts.language()),
                shop,
                location,
                title,
                path,
                host.map(h -> "https://" + h.value() + path),
                now(),
                shared,
                token,
                null,
                null);
    }

    /** Asked once for each request; a page is worth more than its link to an order, so it does without when it must. */
    private GuestOrders.@Nullable Placed lastOrder() {
        if (lastOrder == null) lastOrder = new LastOrder(openOrder());
        GuestOrders.Placed open = lastOrder.open();
        return open == null || path.startsWith("/orders/" + open.trackingToken()) ? null : open;
    }

    private GuestOrders.@Nullable Placed openOrder() {
        if (shop == null || guest().isEmpty()) return null;
        try {
            return guestOrders.open(shop.tenant(), guest().get()).orElse(null);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e).isEmpty()) throw e;
            LOG.warn("a page goes out without its guest's last order: {}", LoggableCause.of(e));
            return null;
        }
    }

    private record LastOrder(GuestOrders.@Nullable Placed open) {}
}
