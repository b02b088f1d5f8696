package de.hypersoft.esolutions.acme.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Key pairs for accounts and certificates, P-256: cheap to shake hands with, and known to every authority. */
public final class KeyPairs {

    private KeyPairs() {}

    public static KeyPair fresh() {
        return fresh("EC", 256);
    }

    /** Challenges by TLS are signed with RSA: the library signs them no other way. */
    public static KeyPair freshRsa() {
        return fresh("RSA", 2048);
    }

    /** Both halves, to be sealed: the public one cannot be told from Java's encoding of the private one. */
    public static byte[] written(KeyPair keys) {
        Base64.Encoder text = Base64.getEncoder();
        return (text.encodeToString(keys.getPrivate().getEncoded()) + "."
                        + text.encodeToString(keys.getPublic().getEncoded()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static KeyPair read(byte[] written) {
        String[] halves = new String(written, StandardCharsets.US_ASCII).split("\\.");
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1]))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed key pair cannot be read", e);
        }
    }

    private static KeyPair fresh(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime makes such keys", e);
        }
    }
}
