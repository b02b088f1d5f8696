package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.PhoneNumber;
import de.hypersoft.esolutions.kernel.text.TypedText;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.number.OrderNumbers;
import de.hypersoft.esolutions.ordering.search.Folding;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All orders of one guest, by what only one guest has: the mail address, the phone, or the number of an order, which
 * leads to all of its mail address. Names are not enough: two guests may share one.
 */
@ApplicationScoped
public class GuestSearch {

    private static final int LONGEST = 254;
    private static final Pattern NUMBER = Pattern.compile("(20\\d\\d)[-/ ](\\d{1,9})");
    private static final String ALL_NINES = "9".repeat(40);

    private final EntityManager entities;

    @Inject
    public GuestSearch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Newest first; only orders that still tell who their guest was.
     *
     * @param typed mail address, phone in any spelling, or {@code 2026-000123}
     * @param most never more than so many
     * @throws Invalid {@code no-guest-key} when it is none of the three
     */
    public List<Order> orders(Scope scope, String typed, int most) {
        String text = TypedText.plain(typed);
        if (text.length() > LONGEST) throw new Invalid("too-long", "nobody is found by so much", "guest");
        if (text.contains("@")) return byMail(scope, text, most);
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) return byNumber(scope, number, most);
        String phone = PhoneNumber.of(text)
                .map(Folding::significant)
                .filter(digits -> digits.length() >= 5)
                .orElseThrow(() -> new Invalid("no-guest-key", "no mail address, phone or order number", "guest"));
        return byPhone(scope, phone, most);
    }

    /** How a mail address is stored beside the order; nobody has two mailboxes that differ in case alone. */
    public static String mailKey(String mail) {
        return mail.toLowerCase(Locale.ROOT);
    }

    private List<Order> byMail(Scope scope, String mail, int most) {
        return query(scope, "o.searchMail = :mail", Map.of("mail", mailKey(mail)), most, order -> true);
    }

    private List<Order> byNumber(Scope scope, Matcher number, int most) {
        String written = OrderNumbers.written(Integer.parseInt(number.group(1)), number.group(2));
        return query(scope, "o.number = :number", Map.of("number", written), 1, order -> true).stream()
                .flatMap(order -> byMail(scope, order.document().guest().email(), most).stream())
                .toList();
    }

    /** The index knows the digits from behind, so whoever else's number ends like this one is met and passed over. */
    private List<Order> byPhone(Scope scope, String phone, int most) {
        String backwards = Folding.backwards(phone);
        return query(
                scope,
                "o.searchPhone >= :from and o.searchPhone <= :until",
                Map.of("from", backwards, "until", backwards + ALL_NINES),
                most,
                order -> Folding.significant(order.document().guest().phone()).equals(phone));
    }

    private List<Order> query(
            Scope scope, String condition, Map<String, Object> values, int most, Predicate<Order> also) {
        TypedQuery<Order> query = entities.createQuery(
                "select o from Order o where o.tenant = :tenant and o.guestSince is not null and " + condition
                        + (scope instanceof Scope.Places ? " and o.location in :locations" : "")
                        + " order by o.placedAt desc",
                Order.class);
        query.setParameter("tenant", scope.tenant().value());
        values.forEach(query::setParameter);
        if (scope instanceof Scope.Places places)
            query.setParameter(
                    "locations",
                    places.locations().stream().map(LocationId::value).toList());
        return query.setMaxResults(most).getResultStream().filter(also).toList();
    }
}
