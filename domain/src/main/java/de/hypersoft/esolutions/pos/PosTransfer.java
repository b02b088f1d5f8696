package de.hypersoft.esolutions.pos;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands between us and the till. Says nothing about the order itself (T26, T35). */
public enum PosTransfer {
    /** Transferable and with nobody; stays so, under a new fence, when a person hands over what is too old. */
    PENDING,
    /** Handed to one till that has not yet confirmed. An expired lease changes no state. */
    CLAIMED,
    /** The till confirmed that it stored the order durably. */
    TRANSFERRED_AUTO,
    /** A manager ticked "Bestellung an POS übermittelt"; no till gets it any more. */
    TRANSFERRED_MANUAL,
    /** Cancelled before any till had it. */
    WITHDRAWN;

    public Set<PosTransfer> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(PENDING, CLAIMED, TRANSFERRED_MANUAL, WITHDRAWN);
            case CLAIMED -> EnumSet.of(CLAIMED, PENDING, TRANSFERRED_AUTO, TRANSFERRED_MANUAL, WITHDRAWN);
            case TRANSFERRED_MANUAL -> EnumSet.of(PENDING);
            case TRANSFERRED_AUTO -> EnumSet.of(PENDING);
            case WITHDRAWN -> EnumSet.noneOf(PosTransfer.class);
        };
    }
}
