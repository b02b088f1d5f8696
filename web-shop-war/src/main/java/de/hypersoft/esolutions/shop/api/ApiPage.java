package de.hypersoft.esolutions.shop.api;

import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.web.contract.Contract;
import de.hypersoft.esolutions.web.contract.ContractView;
import de.hypersoft.esolutions.web.page.View;
import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The contract of the storefront API, to be read by people; programs read it at {@code /openapi}. */
@Path("/")
@ApplicationScoped
public class ApiPage {

    private static final Contract CONTRACT = Contract.of(ApiContractResource.class, ApiContractResource.FILE);

    @Inject
    private ShopRequest shopRequest;

    /** What the page shows. */
    public record Shown(Content contract) {}

    @GET
    @Path("/api/v1/docs")
    @Produces(MediaType.TEXT_HTML)
    public View show() {
        ShopPage page = shopRequest.page(shopRequest.texts().text("api.title"));
        return ShopPage.view(ApiPage.class, page, new Shown(ContractView.of(CONTRACT, page.language())));
    }
}
