package de.hypersoft.esolutions.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A random secret (192 bits) that is shown once and stored only as its SHA-256. Long enough that no salt is needed;
 * passwords and PINs are other things and are hashed slowly.
 */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Copied and never fed: to look for one among the providers takes longer than to digest a secret. */
    private static final MessageDigest SHA_256 = sha256();

    public static Secret fresh() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The 64 hexadecimal digits that are stored. */
    public String hash() {
        return hashOf(value);
    }

    public static String hashOf(String value) {
        return HexFormat.of().formatHex(digest().digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java runtime copies SHA-256", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
