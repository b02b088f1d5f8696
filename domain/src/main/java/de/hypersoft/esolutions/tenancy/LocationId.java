package de.hypersoft.esolutions.tenancy;

import java.util.UUID;

/** Names one {@link Location}. */
public record LocationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
