package de.hypersoft.esolutions.certificates.pfx;

import org.jspecify.annotations.Nullable;

/**
 * Tag and length of one ASN.1 value, read without building anything.
 *
 * @param start of the content
 * @param end behind the content; meaningless for the indefinite form
 */
record Asn1Header(boolean constructed, boolean indefinite, int start, long end) {

    /** Null when there is no value at this place. */
    static @Nullable Asn1Header at(byte[] bytes, int from, int until) {
        int at = from;
        if (at + 2 > until) return null;
        int tag = bytes[at++] & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            while (at < until && (bytes[at] & 0x80) != 0) at++;
            at++;
        }
        if (at >= until) return null;
        int length = bytes[at++] & 0xFF;
        boolean constructed = (tag & 0x20) != 0;
        if (length < 0x80) return new Asn1Header(constructed, false, at, at + (long) length);
        if (length == 0x80) return new Asn1Header(constructed, true, at, until);
        int octets = length & 0x7F;
        if (octets > 4 || at + octets > until) return null;
        long value = 0;
        for (int i = 0; i < octets; i++) value = (value << 8) | (bytes[at++] & 0xFF);
        return new Asn1Header(constructed, false, at, at + value);
    }

    /** What a walk over all values met. */
    enum Walk {
        THROUGH,
        TOO_DEEP,
        /** The bytes end before the values do. */
        RAN_OUT
    }

    /** Walks without recursion; what is no ASN.1 is left to the parser. */
    static Walk walk(byte[] bytes, int most) {
        long[] ends = new long[most + 1];
        int depth = 0;
        int at = 0;
        while (at < bytes.length) {
            if (depth > 0 && at >= ends[depth - 1]) {
                depth--;
                continue;
            }
            Asn1Header header = at(bytes, at, bytes.length);
            if (header == null || header.end > bytes.length) return Walk.RAN_OUT;
            boolean endOfIndefinite = bytes[at] == 0 && bytes[at + 1] == 0;
            if (endOfIndefinite && depth > 0) depth--;
            if (header.constructed) {
                if (depth == most) return Walk.TOO_DEEP;
                ends[depth++] = header.end;
            }
            at = header.constructed ? header.start : (int) header.end;
        }
        return Walk.THROUGH;
    }
}
