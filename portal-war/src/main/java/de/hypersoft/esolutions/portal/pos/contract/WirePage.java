package de.hypersoft.esolutions.portal.pos.contract;

import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.web.contract.Contract;
import de.hypersoft.esolutions.web.contract.ContractView;
import de.hypersoft.esolutions.web.page.View;
import gg.jte.Content;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The contract of the tills' wire, to be read by whoever writes a till. */
@PermitAll
@RequestScoped
@Path("wire")
public class WirePage {

    private static final Contract CONTRACT = Contract.of(WireContractResource.class, WireContractResource.FILE);

    @Inject
    private PageModels models;

    /** What the page shows. */
    public record Shown(Content contract) {}

    @GET
    public View show() {
        return View.of(
                WirePage.class,
                new Shown(ContractView.of(CONTRACT, models.texts().language())));
    }
}
