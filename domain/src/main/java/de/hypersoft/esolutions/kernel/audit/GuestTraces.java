package de.hypersoft.esolutions.kernel.audit;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.UUID;

/**
 * What a feature keeps of guests beside their orders, and how it forgets it (T65). Every feature that stores text about
 * an order has one; a test walks all text columns of all schemas and fails for the one of which nobody decided (GuestColumnsTest).
 */
public interface GuestTraces {

    /** Under which name these traces stand in an export; kebab-case. */
    String name();

    /**
     * Takes the guests' data out, in the transaction that takes them out of the orders, and before that happens.
     *
     * @return how many records were changed or removed
     */
    int erase(List<Of> orders);

    /** All that is stored of this order's guest, as JSON objects; empty for nothing. */
    JsonArray export(Of order);

    /**
     * One order whose guest is meant.
     *
     * @param number as people say it
     * @param words the guest's own, to be taken out of texts that have to stay
     */
    record Of(UUID order, UUID tenant, String number, Redaction words) {}
}
