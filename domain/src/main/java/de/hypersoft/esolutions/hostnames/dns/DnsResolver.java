package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.HostName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the name system through the machine's resolvers, twice with two seconds each. Never inside a transaction. */
@ApplicationScoped
public class DnsResolver {

    private static final int MOST_ALIASES = 8;

    private final String servers;

    /** @param server {@code host:port} to be asked instead of the machine's resolvers */
    @Inject
    public DnsResolver(@ConfigProperty(name = "DNS_SERVER") Optional<String> server) {
        this.servers = server.map(s -> "dns://" + s).orElse("dns:");
    }

    /**
     * Follows CNAME records to their addresses. Only checked host names are handed to JNDI: it would follow a URL that a
     * hostile name server put into a record.
     */
    @SuppressWarnings("BanJNDI") // the DNS provider reads records, no objects
    DnsAnswer ask(String host) {
        List<String> addresses = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        try {
            DirContext context = new InitialDirContext(environment());
            try {
                String name = HostName.parse(host).value();
                while (name != null && aliases.size() < MOST_ALIASES) {
                    addresses.addAll(records(context, name, "A"));
                    addresses.addAll(records(context, name, "AAAA"));
                    String next =
                            records(context, name, "CNAME").stream().findFirst().orElse(null);
                    if (next != null) aliases.add(next);
                    name = addresses.isEmpty() && next != null
                            ? HostName.ofHeader(next).map(HostName::value).orElse(null)
                            : null;
                }
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return new DnsAnswer(true, addresses, aliases); // there is no such name: an answer, not a failure
        } catch (NamingException e) {
            return DnsAnswer.FAILED;
        }
        return new DnsAnswer(true, addresses.stream().distinct().toList(), aliases);
    }

    /**
     * Texts of one name, in lower case and without quotes; empty when there is none, or nobody answers.
     *
     * @param name a checked host name, perhaps with a label before it that hosts do not have
     */
    @SuppressWarnings("BanJNDI") // the DNS provider reads records, no objects
    List<String> texts(String name) {
        try {
            DirContext context = new InitialDirContext(environment());
            try {
                return records(context, name, "TXT").stream()
                        .map(text -> text.replace("\"", ""))
                        .toList();
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            return List.of(); // it is asked again
        }
    }

    /** One kind at a time: for several, JNDI asks for ANY, which many name servers answer with nothing (RFC 8482). */
    @SuppressWarnings("BanJNDI") // the DNS provider reads records, no objects
    private static List<String> records(DirContext context, String name, String kind) throws NamingException {
        return values(context.getAttributes(name, new String[] {kind}).get(kind));
    }

    @SuppressWarnings("JdkObsolete") // JNDI asks for it
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(DirContext.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(DirContext.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }

    private static List<String> values(@Nullable Attribute attribute) throws NamingException {
        if (attribute == null) return List.of();
        List<String> values = new ArrayList<>();
        for (Object value : Collections.list(attribute.getAll()))
            values.add(value.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
        return values;
    }
}
