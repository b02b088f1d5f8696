package de.hypersoft.esolutions.shop.location;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.HeaderPictureLink;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Choosing where to order: asked once, remembered, skipped when there is only one place. */
@Path("/")
@ApplicationScoped
public class HomePage {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private HeaderPictureLink header;

    /** @param delivery terms for the postcode asked for; null when it was not asked or is not served */
    public record Choice(
            ShopLocation location, OpenSign sign, List<OrderType> types, DeliveryZone.@Nullable Terms delivery) {}

    /**
     * @param header where the brand's picture is, or empty
     * @param postcode as asked for, or empty
     */
    public record Choices(String header, String postcode, boolean delivered, List<Choice> choices) {
        /** The keys for numbers only where no location needs letters. */
        public String keys(ShopPage page) {
            return choices.stream()
                    .map(c -> page.postcodeKeys(c.location().details().country()))
                    .filter(k -> k.equals("text"))
                    .findFirst()
                    .orElse("numeric");
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @QueryParam("postcode") @DefaultValue("") String postcode, @QueryParam("all") @Nullable String all) {
        Shopfront shop = shopRequest.shop();
        if (shop.locations().size() == 1) return to(shop.locations().get(0));
        Optional<ShopLocation> last = shopRequest.lastLocation().flatMap(shop::location);
        if (last.isPresent() && all == null && postcode.isEmpty()) return to(last.get());
        return Response.ok(ShopPage.view(HomePage.class, page(), choices(shop, code(postcode))))
                .build();
    }

    private ShopPage page() {
        return shopRequest.page(shopRequest.texts().text("home.title"));
    }

    private Choices choices(Shopfront shop, String postcode) {
        List<Choice> choices = shop.locations().stream()
                .map(l -> choice(l, postcode))
                .sorted(Comparator.comparing((Choice c) -> c.delivery() == null)
                        .thenComparing(c -> !c.sign().open())
                        .thenComparing(c -> c.location().details().name()))
                .toList();
        return new Choices(header.link(), postcode, choices.stream().anyMatch(c -> c.delivery() != null), choices);
    }

    private Choice choice(ShopLocation location, String postcode) {
        List<OrderType> types = OpenSign.types(location);
        boolean delivers = types.contains(OrderType.DELIVERY);
        return new Choice(
                location,
                OpenSign.of(location, types, page()),
                types,
                delivers ? location.zone(postcode).orElse(null) : null);
    }

    private static String code(String postcode) {
        String code = Postcode.written(postcode).replaceAll("\\p{Cntrl}", "");
        return code.substring(0, Math.min(Postcode.LONGEST, code.length()));
    }

    private static Response to(ShopLocation location) {
        return Response.seeOther(URI.create("/" + location.slug())).build();
    }
}
