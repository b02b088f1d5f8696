package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import de.hypersoft.esolutions.hostnames.DomainView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Tells the customer exactly which records to set, and which to change or delete. */
@ApplicationScoped
public class DnsInstruction {

    private final DomainSettings settings;

    @Inject
    public DnsInstruction(DomainSettings settings) {
        this.settings = settings;
    }

    /** One record as providers ask for it. */
    public record Row(String type, String name, String value) {}

    /**
     * @param alias the one CNAME record; empty when only addresses are given out
     * @param addresses the A and AAAA records, for hosts that may have no CNAME, such as a bare domain
     * @param found what the name system has now
     * @param foreign those of them that lead elsewhere
     */
    public record Records(List<Row> alias, List<Row> addresses, List<String> found, List<String> foreign) {
        /** This installation was not told by which addresses it is reached. */
        public boolean unknown() {
            return alias.isEmpty() && addresses.isEmpty();
        }
    }

    public Records of(DomainView domain) {
        String host = domain.host().value();
        DomainView.Dns dns = domain.dns();
        List<String> found = dns == null || dns.found().isEmpty()
                ? List.of()
                : Arrays.asList(dns.found().split("\n"));
        return new Records(
                settings.target().isEmpty() ? List.of() : List.of(new Row("CNAME", host, settings.target())),
                settings.addresses().stream()
                        .map(address -> new Row(address.indexOf(':') < 0 ? "A" : "AAAA", host, address))
                        .toList(),
                found,
                dns == null || dns.state() != DnsState.WRONG ? List.of() : foreign(found));
    }

    private List<String> foreign(List<String> found) {
        return found.stream()
                .filter(record -> !record.equals("CNAME " + settings.target()))
                .filter(record -> !DnsVerdict.foreign(
                                List.of(record.substring(record.indexOf(' ') + 1)), settings.addresses())
                        .isEmpty())
                .toList();
    }
}
