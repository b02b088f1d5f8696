package de.hypersoft.esolutions.ordering.limits;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.tenancy.Location;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** By what one order is counted, each as a hash. What there is nothing of (no cookie, a proxy's address) is not in it. */
public final class OrderSubjects {

    /** In this order they are counted. */
    enum Kind {
        GUEST_OF_NETWORK,
        ORDERED_BY_NETWORK,
        FREE_BY_NETWORK,
        FREE_BY_MAIL,
        FREE_BY_PHONE,
        FREE_AT_LOCATION,
        ORDERED_BY_MAIL,
        ORDERED_BY_PHONE,
        ORDERED_BY_CART,
        ORDERED_AT_LOCATION
    }

    private final Location location;
    private final Map<Kind, String> hashes = new EnumMap<>(Kind.class);

    private OrderSubjects(Location location) {
        this.location = location;
    }

    /** Those that the settings count. */
    static OrderSubjects of(Location location, OrderRequest request, Sender sender, LimitSettings settings) {
        OrderSubjects subjects = new OrderSubjects(location);
        LimitSettings.Most most = settings.most();
        String mailbox = OrderLimits.mailKey(request.guest());
        String phone = OrderLimits.phoneKey(request.guest());
        String place = location.id().toString();
        if (!sender.confirmed()) {
            LimitSettings.Free free = settings.free();
            subjects.addNetwork(network(sender, location), mailbox, most, free);
            subjects.add(Kind.FREE_BY_MAIL, free.mail(), "free MAIL " + mailbox);
            subjects.add(Kind.FREE_BY_PHONE, free.phone(), "free PHONE " + phone);
            subjects.add(Kind.FREE_AT_LOCATION, free.location(), "free LOCATION " + place);
        }
        subjects.add(Kind.ORDERED_BY_MAIL, most.mail(), "order MAIL " + mailbox);
        subjects.add(Kind.ORDERED_BY_PHONE, most.phone(), "order PHONE " + phone);
        String cart = sender.cart();
        if (cart != null) subjects.add(Kind.ORDERED_BY_CART, most.cart(), "order CART " + cart);
        subjects.add(Kind.ORDERED_AT_LOCATION, most.location(), "order LOCATION " + place);
        return subjects;
    }

    private void addNetwork(String network, String mailbox, LimitSettings.Most most, LimitSettings.Free free) {
        if (network.isEmpty()) return;
        add(Kind.GUEST_OF_NETWORK, Math.max(most.network(), free.network()), "guest of " + network + " " + mailbox);
        add(Kind.ORDERED_BY_NETWORK, most.network(), "order NETWORK " + network);
        add(Kind.FREE_BY_NETWORK, free.network(), "free NETWORK " + network);
    }

    private void add(Kind kind, int most, String key) {
        if (most > 0) hashes.put(kind, Secret.hashOf(key));
    }

    /**
     * Empty where there is nobody to count: a proxy of this machine stands for all guests. Each brand counts for itself,
     * since a carrier of mobile phones has hundreds of guests behind one address.
     */
    private static String network(Sender sender, Location location) {
        ClientNetwork from = sender.from();
        return from == null || from.many()
                ? ""
                : from.name() + " " + location.tenant().value();
    }

    Location location() {
        return location;
    }

    Map<Kind, String> byKind() {
        return hashes;
    }

    public Collection<String> hashes() {
        return hashes.values();
    }
}
