package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.catalog.picture.ArticleImages;
import de.hypersoft.esolutions.portal.pos.MaxBody;
import de.hypersoft.esolutions.portal.pos.TillCall;
import de.hypersoft.esolutions.portal.pos.TillCaller;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Pictures, from the head office only (T23). The type a sender declares is not asked; the file tells. */
@Path("api/pos/v1/images/{articleId}")
@TillCall
@MaxBody(ArticleImages.MAX_BYTES)
public class ImagesResource {

    @Inject
    private ArticleImages images;

    @Inject
    private TillCaller caller;

    @PUT
    public Response put(@PathParam("articleId") String article, byte[] content) {
        Device till = caller.device();
        String etag = images.put(till.tenant(), till.headOffice(), article, content, caller.actor());
        return Response.noContent().tag(new EntityTag(etag)).build();
    }
}
