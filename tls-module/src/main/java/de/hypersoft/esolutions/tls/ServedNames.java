package de.hypersoft.esolutions.tls;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The names a certificate may be shown for: its subject alternative names. A common name counts for nothing. */
public final class ServedNames {

    /**
     * Not kept in the session: a value put there makes the JDK send a new ticket behind the next words, Undertow then
     * counts none of those words as sent, and closes the connection behind every first page.
     */
    private static final Map<Certificate, ServedNames> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private final Set<String> names;

    private ServedNames(Set<String> names) {
        this.names = names;
    }

    /** Those of the certificate that this connection was opened with; null for a connection without one. */
    public static @Nullable ServedNames of(SSLSession session) {
        Certificate[] shown = session.getLocalCertificates();
        return shown == null || !(shown[0] instanceof X509Certificate leaf)
                ? null
                : KNOWN.computeIfAbsent(leaf, unknown -> of(leaf));
    }

    public static ServedNames of(X509Certificate leaf) {
        try {
            Collection<List<?>> all = leaf.getSubjectAlternativeNames();
            return new ServedNames(
                    all == null
                            ? Set.of()
                            : all.stream()
                                    .filter(name -> name.get(0).equals(DNS)
                                            || name.get(0).equals(ADDRESS))
                                    .map(name -> canonical((String) name.get(1)))
                                    .collect(Collectors.toUnmodifiableSet()));
        } catch (CertificateParsingException e) {
            return new ServedNames(Set.of()); // names that cannot be read cover no host
        }
    }

    /**
     * Whether a browser takes the certificate for this host.
     *
     * @param host without a port; a wildcard such as {@code *.x.de} is covered by the very same wildcard only
     */
    public boolean covers(String host) {
        String wanted = canonical(host);
        String wildcard = wildcardFor(wanted);
        return names.contains(wanted) || (wildcard != null && names.contains(wildcard));
    }

    Set<String> all() {
        return names;
    }

    /** Lower case, without a final dot. */
    static String canonical(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    /** {@code *.x.de} for {@code shop.x.de}: a star stands for exactly one label. */
    static @Nullable String wildcardFor(String host) {
        int dot = host.indexOf('.');
        return dot < 1 || host.startsWith("*") ? null : "*" + host.substring(dot);
    }
}
