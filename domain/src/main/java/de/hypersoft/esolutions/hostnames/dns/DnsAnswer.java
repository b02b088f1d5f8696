package de.hypersoft.esolutions.hostnames.dns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the name system said of a host.
 *
 * @param asked false when the question itself failed, which says nothing about the host
 * @param addresses IPv4 and IPv6, as written in the records
 * @param aliases the targets of CNAME records, lower case, without final dot
 */
public record DnsAnswer(boolean asked, List<String> addresses, List<String> aliases) {

    public static final DnsAnswer FAILED = new DnsAnswer(false, List.of(), List.of());

    public DnsAnswer {
        addresses = List.copyOf(addresses);
        aliases = List.copyOf(aliases);
    }

    /** One record per line, as people see them in the panel of their provider. */
    String written() {
        return Stream.concat(
                        aliases.stream().map(alias -> "CNAME " + alias),
                        addresses.stream().map(address -> (address.indexOf(':') < 0 ? "A " : "AAAA ") + address))
                .collect(Collectors.joining("\n"));
    }
}
