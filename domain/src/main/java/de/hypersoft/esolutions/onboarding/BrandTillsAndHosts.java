package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tills and hosts that a file names: those that the brand has not are made, the others stay as they are. */
@ApplicationScoped
class BrandTillsAndHosts {

    private final ManageTills tills;
    private final ShopDomains hosts;
    private final Audit audit;

    @Inject
    BrandTillsAndHosts(ManageTills tills, ShopDomains hosts, Audit audit) {
        this.tills = tills;
        this.hosts = hosts;
        this.audit = audit;
    }

    public void tills(
            Actor by, TenantId tenant, LocationId location, List<BrandDocument.TillName> named, String place) {
        Scope scope = Scope.all(tenant);
        for (int i = 0; i < named.size(); i++) {
            BrandDocument.TillName till = named.get(i);
            String its = place + ".tills[" + i + "]";
            Till.Kind kind = DocumentPart.at(its + ".kind", () -> Till.Kind.valueOf(till.kind()));
            boolean known = tills.tills(scope).stream()
                    .anyMatch(t -> t.location().equals(location) && t.name().equals(till.name()));
            if (!known) DocumentPart.within(its, () -> tills.add(scope, by, location, till.name(), kind));
        }
    }

    public void hosts(Actor by, TenantId tenant, List<BrandDocument.Host> named) {
        List<String> known = hosts.of(tenant);
        for (int i = 0; i < named.size(); i++) {
            BrandDocument.Host host = named.get(i);
            String place = "hosts[" + i + "]";
            DomainKind kind = DocumentPart.at(place + ".kind", () -> DomainKind.valueOf(host.kind()));
            if (known.contains(host.name())) continue;
            DocumentPart.at(place + ".name", () -> hosts.register(host.name(), tenant, kind));
            audit.record(by, tenant.value(), "domain-registered", host.name(), "");
        }
    }
}
