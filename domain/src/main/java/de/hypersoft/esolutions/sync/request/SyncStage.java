package de.hypersoft.esolutions.sync.request;

/** How far a requested sync is; what {@link #ended()} does not change any more. */
public enum SyncStage {
    /** The till was asked for its data. */
    ASKED,
    /** The till heard it and is getting its data ready. */
    ANSWERED,
    /** Its data are on their way. */
    LOADING,
    /** They are here and are being checked. */
    CHECKING,
    /** Guests see them. */
    PUBLISHED,
    /** The till sent what guests saw already. */
    UNCHANGED,
    /** Too many dishes are missing; guests see what they saw until a person has looked. */
    HELD,
    /** Nothing of it could be taken, or the till had nothing to send; guests see what they saw. */
    REFUSED,
    /** No till of the location was there to be asked; what waited was published. */
    TILL_AWAY,
    /** The till did not answer in time; what waited was published. */
    SILENT,
    /** The till answered, and no data came in time; what waited was published. */
    NO_DATA;

    public boolean ended() {
        return compareTo(PUBLISHED) >= 0;
    }
}
