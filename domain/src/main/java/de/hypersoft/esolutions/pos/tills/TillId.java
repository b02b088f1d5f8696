package de.hypersoft.esolutions.pos.tills;

import java.util.UUID;

/** Names one {@link Till}. */
public record TillId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
