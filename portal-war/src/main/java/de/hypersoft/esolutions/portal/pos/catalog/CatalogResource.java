package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.portal.pos.MaxBody;
import de.hypersoft.esolutions.portal.pos.TillCall;
import de.hypersoft.esolutions.portal.pos.TillCaller;
import de.hypersoft.esolutions.portal.pos.catalog.ArrivingCatalog.Arrived;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import de.hypersoft.esolutions.sync.ImportCatalog;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.ManageSync;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;

/** Full loads, increments, and what became of them. */
@Path("api/pos/v1/catalog")
@Produces("application/json")
@TillCall
@MaxBody(CatalogResource.MAX_BYTES)
public class CatalogResource {

    /** 20,000 dishes with an option group each take 15 to 30 MB, and more in three languages. */
    static final int MAX_BYTES = CatalogText.MAX_BYTES;

    @Inject
    private ImportCatalog catalogues;

    @Inject
    private ManageSync sync;

    @Inject
    TillCaller caller;

    @Inject
    private ArrivingCatalog arriving;

    @Inject
    private LargeLoads large;

    @Inject
    private PageModels models;

    @PUT
    @Consumes("application/json")
    public String full(InputStream body, @HeaderParam("Content-Length") long length) throws IOException {
        Device till = ofLocation();
        try (Arrived arrived = arriving.read(till.location(), body, length);
                LargeLoads.Turn turn = large.turn(arrived.length())) {
            return answer(catalogues.full(till.tenant(), till.location(), arrived.read(), caller.actor()));
        }
    }

    @PATCH
    @Consumes("application/json")
    public String increment(InputStream body, @HeaderParam("Content-Length") long length) throws IOException {
        Device till = ofLocation();
        try (Arrived arrived = arriving.read(till.location(), body, length);
                LargeLoads.Turn turn = large.turn(arrived.length())) {
            return answer(catalogues.increment(till.tenant(), till.location(), arrived.read(), caller.actor()));
        }
    }

    @GET
    @Path("report/{version}")
    public String report(@PathParam("version") String version) {
        Device till = caller.device();
        return answer(sync.report(till.tenant(), till.location(), version));
    }

    /** The head office's connector belongs to no kitchen: prices come from the locations (T23). */
    private Device ofLocation() {
        Device till = caller.device();
        if (till.headOffice())
            throw new Forbidden("location-only", "a catalogue comes from a location's till, not from the head office");
        return till;
    }

    private String answer(LoadReport report) {
        return Json.write(LoadAnswer.of(models.texts(), report));
    }
}
