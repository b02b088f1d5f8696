package de.hypersoft.esolutions.web;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for contents: equal contents, equal name. */
public final class ContentHash {

    private ContentHash() {}

    /** 24 hexadecimal digits. */
    public static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** A weak one: the server may compress what it stands for. */
    public static EntityTag tag(byte[] content) {
        return tag(of(content));
    }

    /**
     * Whether a client says that it has it. A strong tag names it as well as our weak one (RFC 9110, 13.1.2).
     *
     * @param ifNoneMatch the header's value
     */
    public static boolean isNamed(String hash, String ifNoneMatch) {
        if (ifNoneMatch.strip().equals("*")) return true;
        String tag = '"' + hash + '"';
        for (String each : ifNoneMatch.split(",")) {
            String named = each.strip();
            if (tag.equals(named.startsWith("W/") ? named.substring(2) : named)) return true;
        }
        return false;
    }

    /** @param hash of the content */
    public static EntityTag tag(String hash) {
        return new EntityTag(hash, true);
    }
}
