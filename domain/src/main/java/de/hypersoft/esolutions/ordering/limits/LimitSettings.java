package de.hypersoft.esolutions.ordering.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From when on orders are asked about, and from when on they are refused; each number 0 for never. */
@ApplicationScoped
public class LimitSettings {

    private final Most most;
    private final Free free;
    private final Asking asking;

    public LimitSettings(Most most, Free free, Asking asking) {
        this.most = most;
        this.free = free;
        this.asking = asking;
    }

    /**
     * @param limited false for no limit and no question at all (load tests)
     * @param mailServer without one nobody could be asked
     */
    @Inject
    public LimitSettings(
            @ConfigProperty(name = "esolutions.orders.limited", defaultValue = "true") boolean limited,
            @ConfigProperty(name = "SMTP_HOST") Optional<String> mailServer,
            @ConfigProperty(name = "esolutions.orders.per-mail-per-hour", defaultValue = "12") int mail,
            @ConfigProperty(name = "esolutions.orders.per-phone-per-hour", defaultValue = "20") int phone,
            @ConfigProperty(name = "esolutions.orders.per-cart-per-hour", defaultValue = "20") int cart,
            @ConfigProperty(name = "esolutions.orders.per-location-per-hour", defaultValue = "1000") int location,
            @ConfigProperty(name = "esolutions.orders.guests-per-network-per-hour", defaultValue = "120") int network,
            @ConfigProperty(name = "esolutions.orders.unasked-per-mail", defaultValue = "3") int freeMail,
            @ConfigProperty(name = "esolutions.orders.unasked-per-phone", defaultValue = "6") int freePhone,
            @ConfigProperty(name = "esolutions.orders.unasked-per-location", defaultValue = "400") int freeLocation,
            @ConfigProperty(name = "esolutions.orders.unasked-guests-per-network", defaultValue = "60") int freeNetwork,
            @ConfigProperty(name = "esolutions.orders.click-within-minutes", defaultValue = "15") int within,
            @ConfigProperty(name = "esolutions.orders.click-again-minutes", defaultValue = "10") int again) {
        boolean asks = limited && !mailServer.orElse("").isBlank();
        this.most = limited ? new Most(mail, phone, cart, location, network) : new Most(0, 0, 0, 0, 0);
        this.free = asks ? new Free(freeMail, freePhone, freeLocation, freeNetwork) : new Free(0, 0, 0, 0);
        this.asking = new Asking(Duration.ofMinutes(within), Duration.ofMinutes(again));
    }

    /**
     * Orders within an hour.
     *
     * @param network different mailboxes that one client network writes to by its orders
     */
    public record Most(int mail, int phone, int cart, int location, int network) {}

    /**
     * Orders that are placed without a question: of a mailbox and a phone within six hours, of a location within one.
     *
     * @param network different mailboxes of one client network within an hour
     */
    public record Free(int mail, int phone, int location, int network) {}

    /**
     * @param within how long a link in a mail is good
     * @param again how long a mailbox gets no second mail with a link
     */
    public record Asking(Duration within, Duration again) {
        public Asking {
            if (within.toMinutes() < 1 || within.toMinutes() > 1_440)
                throw new IllegalArgumentException("a link is good for 1 to 1440 minutes, not " + within.toMinutes());
            if (again.toMinutes() < 1 || again.toMinutes() > 1_440)
                throw new IllegalArgumentException("mails are 1 to 1440 minutes apart, not " + again.toMinutes());
        }
    }

    Most most() {
        return most;
    }

    Free free() {
        return free;
    }

    Asking asking() {
        return asking;
    }
}
