package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.HostRules;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import de.hypersoft.esolutions.tls.ServedNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the door of a web module asks about a host: may it be answered here, should it come back by HTTPS. */
@ApplicationScoped
public class SecureHosts {

    private static final Logger LOG = LoggerFactory.getLogger(SecureHosts.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private final ShopDomains domains;
    private final Clock clock;
    private final boolean redirect;
    private final int port;
    private final CertificateDirectory directory;

    /** @param port at which browsers reach the listener */
    @Inject
    public SecureHosts(
            ShopDomains domains,
            Clock clock,
            @ConfigProperty(name = "esolutions.https-redirect", defaultValue = "true") boolean redirect,
            @ConfigProperty(name = "esolutions.https-port", defaultValue = "443") int port) {
        this(domains, clock, redirect, port, CertificateDirectory.ofServer());
    }

    SecureHosts(ShopDomains domains, Clock clock, boolean redirect, int port, CertificateDirectory directory) {
        this.domains = domains;
        this.clock = clock;
        this.redirect = redirect;
        this.port = port;
        this.directory = directory;
    }

    /**
     * Whether the certificate of the connection covers the host of the request. Browsers reuse a connection for all
     * hosts of its certificate, and for no other (RFC 9110, 421).
     *
     * @param connection of a request that came by TLS to this server itself
     */
    public boolean covered(SSLSession connection, String host) {
        ServedNames names = ServedNames.of(connection);
        if (names == null) return true;
        return HostName.ofHeader(host).filter(name -> names.covers(bare(name))).isPresent();
    }

    /** Where a request by plain HTTP belongs, such as {@code https://shop.x.de}; empty when it is answered as it is. */
    public Optional<String> httpsOrigin(String host) {
        if (!redirect) return Optional.empty();
        return HostName.ofHeader(host)
                .filter(name -> directory.servesPublicly(name.value()) && !isDemo(host))
                .map(this::origin);
    }

    /**
     * Where guests of a host that is only another name are sent on to, such as {@code https://www.linde.de}; empty where
     * they are answered as they came, and while the other has no certificate to be shown.
     *
     * @param secure whether the request came by TLS to this server itself
     */
    public Optional<String> canonicalOrigin(String host, boolean secure) {
        if (!secure && !redirect) return Optional.empty();
        try {
            return domains.rules(host)
                    .map(HostRules::canonical)
                    .filter(name -> directory.servesPublicly(name.value()))
                    .map(this::origin);
        } catch (RuntimeException e) {
            return unknown(host, e);
        }
    }

    private String origin(HostName name) {
        return "https://" + name + (port == 443 ? "" : ":" + port);
    }

    /** For how long browsers shall come by HTTPS alone; 0 takes it back. Empty where nothing is said about it. */
    public Optional<Duration> strictFor(String host) {
        try {
            return domains.rules(host).map(this::strictFor).orElseGet(() -> platform(host));
        } catch (RuntimeException e) {
            return unknown(host, e);
        }
    }

    private Optional<Duration> strictFor(HostRules rules) {
        return switch (rules.kind()) {
            case DEMO -> Optional.empty();
            case VENDOR -> platform(rules.host().value());
            case OWN -> Optional.of(ladder(rules.hstsSince()));
        };
    }

    /** The vendor's own zone, with the portal's host, is strict as soon as it has a certificate that browsers trust. */
    private Optional<Duration> platform(String host) {
        return HostName.ofHeader(host)
                .filter(name -> directory.servesByDefault(name.value()))
                .map(name -> YEAR);
    }

    /** Ever longer while nothing goes wrong: a browser that was told a year cannot be told otherwise without HTTPS. */
    private Duration ladder(@Nullable Instant since) {
        if (since == null) return Duration.ZERO;
        Duration clean = Duration.between(since, clock.instant());
        if (clean.compareTo(DAY) < 0) return Duration.ofMinutes(5);
        return clean.compareTo(MONTH) < 0 ? DAY : YEAR;
    }

    /** A demo runs on a machine of its own, where HTTP is good enough. */
    private boolean isDemo(String host) {
        try {
            return domains.rules(host)
                    .filter(rules -> rules.kind() == DomainKind.DEMO)
                    .isPresent();
        } catch (RuntimeException e) {
            return unknown(host, e).isPresent();
        }
    }

    /** Rules are answered from memory; only while nothing has been read yet a database that is away matters. */
    private static <T> Optional<T> unknown(String host, RuntimeException cause) {
        LOG.warn("the rules of {} are not known: {}", host, LoggableCause.of(cause));
        return Optional.empty();
    }

    private static String bare(HostName name) {
        return name.value().replaceAll("[\\[\\]]", ""); // an IPv6 literal
    }
}
