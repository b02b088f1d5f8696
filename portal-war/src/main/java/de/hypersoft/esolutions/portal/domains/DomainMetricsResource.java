package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.acme.ManageAutomaticCertificates;
import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.web.LocalCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.net.UnknownHostException;
import java.util.List;

/** Seconds to the end of every served certificate, for Prometheus; told only to the same machine, as health is. */
@PermitAll
@RequestScoped
@Path("api/metrics/domains")
public class DomainMetricsResource {

    private static final String NAME = "esolutions_certificate_expiry_seconds";

    private static final String FAILURES = "esolutions_automatic_certificate_failures";

    @Inject
    private ExpiringCertificates certificates;

    @Inject
    private ManageAutomaticCertificates automatic;

    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    public String metrics(@Context HttpServletRequest request) throws UnknownHostException {
        if (!LocalCaller.is(request)) throw new NotFound("not-found", "there is nothing at this address");
        return text(certificates.remaining()) + failures(automatic.failures());
    }

    static String failures(List<ManageAutomaticCertificates.Failures> all) {
        StringBuilder text = new StringBuilder("# HELP " + FAILURES
                + " How often in a row the automatic certificate of a host was not obtained.\n# TYPE " + FAILURES
                + " gauge\n");
        for (ManageAutomaticCertificates.Failures one : all)
            text.append(FAILURES)
                    .append("{host=\"")
                    .append(one.host())
                    .append("\"} ")
                    .append(one.inARow())
                    .append('\n');
        return text.toString();
    }

    static String text(List<ExpiringCertificates.Remaining> all) {
        StringBuilder text = new StringBuilder("# HELP " + NAME
                + " Seconds until the served certificate of a host ends; negative after it.\n# TYPE " + NAME
                + " gauge\n");
        for (ExpiringCertificates.Remaining one : all)
            text.append(NAME)
                    .append("{host=\"")
                    .append(one.host())
                    .append("\"} ")
                    .append(one.seconds())
                    .append('\n');
        return text.toString();
    }
}
