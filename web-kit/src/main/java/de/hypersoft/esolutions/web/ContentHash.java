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

    /** @param hash of the content */
    public static EntityTag tag(String hash) {
        return new EntityTag(hash, true);
    }
}
