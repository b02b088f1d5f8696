package de.hypersoft.esolutions.shop.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Files that never change under their address. */
@Path("/")
@ApplicationScoped
public class Files {

    private static final String FOREVER = "public, max-age=31536000, immutable";

    /** @param version names the content; an outdated one is answered with the newest and not kept */
    @GET
    @Path("/static/{version}/{name}")
    public Response file(
            @PathParam("version") String version,
            @PathParam("name") String name,
            @HeaderParam("Accept-Encoding") @Nullable String accepted) {
        Assets.Asset asset = Assets.find(name).orElseThrow(NotFoundException::new);
        boolean zip = accepted != null && accepted.contains("gzip");
        Response.ResponseBuilder answer = Response.ok(zip ? asset.zipped() : asset.plain(), asset.type())
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", asset.version().equals(version) ? FOREVER : "no-cache");
        if (zip) answer.header("Content-Encoding", "gzip");
        return answer.build();
    }

    /** The brand colour as a style sheet; the same for every shop that has this colour. */
    @GET
    @Path("/brand/{colour}.css")
    @Produces("text/css; charset=utf-8")
    public Response brand(@PathParam("colour") String colour) {
        if (!Brand.valid(colour)) throw new NotFoundException();
        return Response.ok(Brand.css(colour)).header("Cache-Control", FOREVER).build();
    }

    @GET
    @Path("/robots.txt")
    @Produces("text/plain; charset=utf-8")
    public String robots() {
        return "User-agent: *\nDisallow: /orders/\nDisallow: /portal\n";
    }
}
