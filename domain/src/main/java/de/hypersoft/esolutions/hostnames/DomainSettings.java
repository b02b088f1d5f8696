package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this installation is reached by, set by environment: the vendor's own domain, the addresses a customer's record
 * must name, and the hosts of the portal.
 */
@ApplicationScoped
public class DomainSettings {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final String vendorDomain;
    private final String target;
    private final List<String> addresses;
    private final List<HostName> portalHosts;
    private final boolean portalHostsSet;
    private final boolean proofAlways;

    /**
     * @param target what a customer's CNAME names; empty when only addresses are given out
     * @param addresses IPv4 and IPv6 addresses of this installation
     * @param portalHosts hosts under which the portal answers, and which are therefore never a shop's own domain; links
     *     in mails name the first; only this machine's own names when nobody has set them
     * @param proof {@code always}: an own domain serves once it points here or its proof was found; {@code contested}:
     *     only names that another tenant had shortly before have to be proven
     */
    @Inject
    public DomainSettings(
            @ConfigProperty(name = "VENDOR_DOMAIN", defaultValue = "myhypersoftapp.de") String vendorDomain,
            @ConfigProperty(name = "DNS_TARGET") Optional<String> target,
            @ConfigProperty(name = "DNS_ADDRESSES") Optional<List<String>> addresses,
            @ConfigProperty(name = "PORTAL_HOSTS") Optional<List<String>> portalHosts,
            @ConfigProperty(name = "DOMAIN_PROOF", defaultValue = "always") String proof) {
        this.vendorDomain = vendorDomain.toLowerCase(Locale.ROOT);
        this.target = target.map(t -> HostName.parse(t).value()).orElse("");
        this.addresses = addresses.orElse(List.of()).stream()
                .map(String::strip)
                .filter(a -> !a.isEmpty())
                .toList();
        this.portalHostsSet = portalHosts.isPresent();
        this.portalHosts =
                portalHosts.orElse(THIS_MACHINE).stream().map(HostName::parse).toList();
        if (!List.of("always", "contested").contains(proof))
            throw new IllegalStateException("DOMAIN_PROOF is neither always nor contested: " + proof);
        this.proofAlways = proof.equals("always");
        if (this.portalHosts.isEmpty()) throw new IllegalStateException("PORTAL_HOSTS names no host");
    }

    public String target() {
        return target;
    }

    public List<String> addresses() {
        return addresses;
    }

    /** Whether the portal answers under this Host header. */
    public boolean portalAnswers(String header) {
        return HostName.ofHeader(header).filter(portalHosts::contains).isPresent();
    }

    /** The host that links to the portal name. */
    public HostName portalHost() {
        return portalHosts.get(0);
    }

    /** False on a fresh installation, which then answers to this machine's own names only. */
    public boolean portalHostsSet() {
        return portalHostsSet;
    }

    boolean proofAlways() {
        return proofAlways;
    }

    DomainKind kindOf(HostName host) {
        return host.value().endsWith("." + vendorDomain) ? DomainKind.VENDOR : DomainKind.OWN;
    }

    /**
     * Whether a new host may be called of this kind: a brand file says it too, and whoever calls a name a vendor's or a
     * demo's is asked no proof of it. A demo has names of this machine only, which lead nowhere else.
     *
     * @throws Invalid {@code not-a-domain}, {@code host-reserved}; {@code other-host-kind} with {@code expected}
     */
    void requireKind(HostName host, DomainKind kind) {
        if (kind == DomainKind.DEMO && isThisMachines(host)) return;
        requireRegistrable(host);
        DomainKind expected = kindOf(host);
        if (kind != expected)
            throw new Invalid(
                    "other-host-kind",
                    host + " is of the kind " + expected + ", not " + kind,
                    "host",
                    Map.of("expected", expected.name()));
    }

    private boolean isThisMachines(HostName host) {
        return THIS_MACHINE.contains(host.value())
                || (host.value().endsWith(".localhost") && !portalHosts.contains(host));
    }

    void requireRegistrable(HostName host) {
        String name = host.value();
        if (!host.isDomain())
            throw new Invalid("not-a-domain", "»" + name + "« is an address or a single word, no domain", "host");
        if (portalHosts.contains(host) || name.equals(vendorDomain))
            throw new Invalid("host-reserved", name + " belongs to the platform itself", "host");
    }
}
