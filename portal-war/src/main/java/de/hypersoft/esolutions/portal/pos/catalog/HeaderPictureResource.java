package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.catalog.picture.HeaderPictures;
import de.hypersoft.esolutions.portal.pos.MaxBody;
import de.hypersoft.esolutions.portal.pos.TillCall;
import de.hypersoft.esolutions.portal.pos.TillCaller;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** The picture at the head of the brand's shop, from the head office only (T23). */
@Path("api/pos/v1/header-picture")
@RequestScoped
@TillCall
@MaxBody(HeaderPictures.MAX_BYTES)
public class HeaderPictureResource {

    @Inject
    private HeaderPictures pictures;

    @Inject
    private TillCaller caller;

    @PUT
    public Response put(byte[] content) {
        Device till = caller.device();
        String etag = pictures.send(till.tenant(), till.headOffice(), content, caller.actor());
        return Response.noContent().tag(new EntityTag(etag)).build();
    }
}
