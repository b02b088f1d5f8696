package de.hypersoft.esolutions.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where mails go out: SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_TLS, MAIL_FROM. No host is a state of its own. */
@ApplicationScoped
public class MailServer {

    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    private final Settings settings;

    @Inject
    public MailServer(
            @ConfigProperty(name = "SMTP_HOST") Optional<String> host,
            @ConfigProperty(name = "SMTP_PORT", defaultValue = "25") int port,
            @ConfigProperty(name = "SMTP_USER") Optional<String> user,
            @ConfigProperty(name = "SMTP_PASSWORD") Optional<String> password,
            @ConfigProperty(name = "SMTP_TLS", defaultValue = "none") String tls,
            @ConfigProperty(name = "MAIL_FROM", defaultValue = "bestellungen@localhost.localdomain") String from) {
        this.settings = new Settings(
                host.orElse("").strip(),
                port,
                user.orElse(""),
                password.orElse(""),
                Tls.valueOf(tls.strip().toUpperCase(Locale.ROOT)),
                from);
    }

    /** False: mails are queued and stay in the log, and the portal says so. */
    public boolean configured() {
        return !settings.host().isEmpty();
    }

    public Settings settings() {
        return settings;
    }

    /** @param user empty when the server wants no sign-in */
    public record Settings(String host, int port, String user, String password, Tls tls, String from) {
        public Settings {
            if (port < 1 || port > 65_535) throw new IllegalArgumentException("SMTP_PORT is no port: " + port);
            if (from.indexOf('@') < 1) throw new IllegalArgumentException("MAIL_FROM is no address: " + from);
        }

        @Override
        public String toString() {
            return "Settings[" + host + ":" + port + "]";
        }
    }
}
