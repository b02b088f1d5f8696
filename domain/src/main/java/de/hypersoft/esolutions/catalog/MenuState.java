package de.hypersoft.esolutions.catalog;

/** Where a version of a menu stands between its load and the guests. */
public enum MenuState {
    /** Checked, and shown at the next cut-off or on request. */
    STAGED,
    /** Checked, and waits for a person: too many dishes would be missing. */
    HELD,
    /** What guests see. */
    PUBLISHED,
    /** A newer one has taken its place, whether guests ever saw it or not. */
    SUPERSEDED,
    /** A person said that guests shall never see it. */
    DISCARDED
}
