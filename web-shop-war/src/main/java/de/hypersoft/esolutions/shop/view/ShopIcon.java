package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The shop's mark in the browser's tab: its first letter on its colour. */
@Path("/")
@ApplicationScoped
public class ShopIcon {

    @Inject
    private ShopRequest shopRequest;

    @GET
    @Path("/icon.svg")
    @Produces("image/svg+xml")
    public Response icon() {
        Shopfront shop = shopRequest.shop();
        Colour colour = Brand.valid(shop.brandColour()) ? Colour.of(shop.brandColour()) : Colour.of("#1f5f4a");
        int letter = shop.name()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElse('e');
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"8\""
                        + " fill=\"" + colour.hex()
                        + "\"/><text x=\"16\" y=\"23\" font-family=\"system-ui,sans-serif\" font-size=\"20\""
                        + " font-weight=\"700\" text-anchor=\"middle\" fill=\""
                        + Brand.light(colour).on().hex() + "\">"
                        + Character.toString(Character.toUpperCase(letter)) + "</text></svg>";
        return Response.ok(svg).header("Cache-Control", "public, max-age=3600").build();
    }
}
