package de.hypersoft.esolutions.identity;

/** What a person is in the portal. STAFF are the hosting people and see every tenant; a MANAGER sees only the own one. */
public enum Role {
    STAFF,
    MANAGER
}
