package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.web.asset.Asset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Files that never change under their address. */
@Path("/")
@ApplicationScoped
public class Files {

    /** @param version names the content; an outdated one is answered with the newest and not kept */
    @GET
    @Path("/static/{version}/{name}")
    public Response file(@PathParam("version") String version, @PathParam("name") String name) {
        return ShopAssets.find(name).orElseThrow(NotFoundException::new).answer(version);
    }

    /** The brand colour as a style sheet; the same for every shop that has this colour. */
    @GET
    @Path("/brand/{colour}.css")
    @Produces("text/css; charset=utf-8")
    public Response brand(@PathParam("colour") String colour) {
        if (!Brand.valid(colour)) throw new NotFoundException();
        return Response.ok(Brand.css(colour))
                .header("Cache-Control", Asset.FOREVER)
                .build();
    }

    @GET
    @Path("/robots.txt")
    @Produces("text/plain; charset=utf-8")
    public String robots() {
        return "User-agent: *\nDisallow: /orders/\nDisallow: /portal\n";
    }
}
