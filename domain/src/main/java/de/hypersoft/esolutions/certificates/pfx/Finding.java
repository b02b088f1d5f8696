package de.hypersoft.esolutions.certificates.pfx;

import java.util.List;
import java.util.Locale;

/**
 * One thing found in an uploaded file.
 *
 * @param facts names, dates or numbers that its sentence mentions, in the order of the sentence
 */
public record Finding(Kind kind, List<String> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    public static Finding of(Kind kind, String... facts) {
        return new Finding(kind, List.of(facts));
    }

    /** What it means for the upload. */
    public enum Weight {
        /** Nothing is stored. */
        REFUSES,
        /** Can be activated, but somebody should know. */
        WARNS,
        /** Good to know. */
        TELLS
    }

    /** Every kind of file that people hand in, each with a sentence and a remedy of its own. */
    public enum Kind {
        EMPTY_FILE(Weight.REFUSES),
        TOO_MANY_FILES(Weight.REFUSES),
        TOO_LARGE(Weight.REFUSES),
        IS_PEM_CERTIFICATE(Weight.REFUSES),
        IS_PEM_KEY(Weight.REFUSES),
        IS_PEM_REQUEST(Weight.REFUSES),
        IS_PEM_OTHER(Weight.REFUSES),
        IS_JAVA_KEY_STORE(Weight.REFUSES),
        IS_ARCHIVE(Weight.REFUSES),
        IS_TEXT(Weight.REFUSES),
        IS_CERTIFICATE(Weight.REFUSES),
        IS_CERTIFICATE_LIST(Weight.REFUSES),
        IS_REQUEST(Weight.REFUSES),
        IS_KEY(Weight.REFUSES),
        IS_SSH_KEY(Weight.REFUSES),
        NOT_A_PFX(Weight.REFUSES),
        TRUNCATED(Weight.REFUSES),
        TRAILING_BYTES(Weight.REFUSES),
        NESTED_TOO_DEEP(Weight.REFUSES),
        UNKNOWN_VERSION(Weight.REFUSES),
        TOO_MANY_ENTRIES(Weight.REFUSES),
        TOO_MANY_ITERATIONS(Weight.REFUSES),
        UNKNOWN_ENCRYPTION(Weight.REFUSES),
        ENCRYPTED_FOR_A_PERSON(Weight.REFUSES),
        WRONG_PASSWORD(Weight.REFUSES),
        PASSWORD_MISSING(Weight.REFUSES),
        KEY_PASSWORD_DIFFERS(Weight.REFUSES),
        DAMAGED(Weight.REFUSES),
        NO_PRIVATE_KEY(Weight.REFUSES),
        NO_CERTIFICATE(Weight.REFUSES),
        UNREADABLE_CERTIFICATE(Weight.REFUSES),
        UNREADABLE_KEY(Weight.REFUSES),
        KEY_MISMATCH(Weight.REFUSES),
        UNSUPPORTED_KEY(Weight.REFUSES),
        UNSUPPORTED_CURVE(Weight.REFUSES),
        WEAK_KEY(Weight.REFUSES),
        KEY_TOO_LARGE(Weight.REFUSES),
        WEAK_SIGNATURE(Weight.REFUSES),
        NO_NAMES(Weight.REFUSES),
        OTHER_NAME(Weight.REFUSES),
        WILDCARD_TOO_SHORT(Weight.REFUSES),
        WILDCARD_NOT_BARE(Weight.REFUSES),
        ENDED(Weight.REFUSES),
        NOT_YET_VALID(Weight.REFUSES),
        NOT_FOR_SERVERS(Weight.REFUSES),
        NO_DIGITAL_SIGNATURE(Weight.REFUSES),
        IS_AN_AUTHORITY(Weight.REFUSES),
        SELF_SIGNED(Weight.REFUSES),
        MUST_STAPLE(Weight.REFUSES),
        NOT_LOGGED(Weight.REFUSES),
        LIVES_OVER_398_DAYS(Weight.REFUSES),
        INTERMEDIATE_MISSING(Weight.REFUSES),
        INTERMEDIATE_ENDED(Weight.REFUSES),
        INTERMEDIATE_NOT_FOR_SERVERS(Weight.REFUSES),
        INTERMEDIATE_WEAK(Weight.REFUSES),
        CHAIN_INVALID(Weight.REFUSES),
        ALREADY_THERE(Weight.REFUSES),
        IN_THIS_FILE(Weight.REFUSES),
        TOOK_TOO_LONG(Weight.REFUSES),
        BUSY(Weight.REFUSES),
        PRIVATE_AUTHORITY(Weight.WARNS),
        LIVES_TOO_LONG(Weight.WARNS),
        OTHER_ADDRESS_NOT_NAMED(Weight.WARNS),
        ENDS_SOON(Weight.WARNS),
        ENDS_BEFORE_ACTIVE(Weight.WARNS),
        STARTS_SOON(Weight.WARNS),
        KEY_UNPROTECTED(Weight.WARNS),
        NO_INTEGRITY(Weight.WARNS),
        EMPTY_PASSWORD(Weight.WARNS),
        OLD_ENCRYPTION(Weight.TELLS),
        KEY_WAS_HERE(Weight.TELLS),
        SEVERAL_ENTRIES(Weight.TELLS),
        INTERMEDIATE_ADDED(Weight.TELLS),
        INTERMEDIATE_FROM_LIST(Weight.TELLS),
        ROOT_DROPPED(Weight.TELLS),
        OTHERS_DROPPED(Weight.TELLS),
        FILE_LEFT_OUT(Weight.TELLS);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        public Weight weight() {
            return weight;
        }

        /** Stable, kebab-case; key of its sentence and, with {@code .fix}, of its remedy. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
