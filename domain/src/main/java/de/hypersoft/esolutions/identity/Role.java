package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.tenancy.Reach;

/** What a person is in the portal. STAFF are the hosting people and see every tenant; a MANAGER sees only the own one. */
public enum Role {
    STAFF,
    MANAGER;

    public static Role of(Reach reach) {
        return reach instanceof Reach.Installation ? STAFF : MANAGER;
    }
}
