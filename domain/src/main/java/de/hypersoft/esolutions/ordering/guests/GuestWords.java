package de.hypersoft.esolutions.ordering.guests;

import de.hypersoft.esolutions.kernel.audit.Redaction;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.tenancy.Address;
import java.util.ArrayList;
import java.util.List;

/** By which words a guest is recognised in texts that others wrote about the order. */
public final class GuestWords {

    private GuestWords() {}

    public static Redaction of(OrderDocument order) {
        Guest guest = order.guest();
        List<String> texts = new ArrayList<>(List.of(guest.email(), order.note()));
        order.lines().forEach(line -> texts.add(line.note()));
        for (Address address : new Address[] {order.deliveryAddress(), order.billingAddress()}) {
            if (address == null) continue;
            texts.addAll(List.of(address.street(), address.note()));
        }
        return Redaction.of(guest.name(), guest.phone(), texts);
    }
}
