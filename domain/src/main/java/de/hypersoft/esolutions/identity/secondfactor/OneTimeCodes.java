package de.hypersoft.esolutions.identity.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Time-based one-time codes as every authenticator app knows them (RFC 6238): six digits, 30 s, HMAC-SHA-1. */
public final class OneTimeCodes {

    static final int RECOVERY_CODES = 10;

    private static final int STEP = 30;
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_BYTES = 15;
    private static final String ALGORITHM = "HmacSHA1";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private OneTimeCodes() {}

    static byte[] secret() {
        return random(SECRET_BYTES);
    }

    /** As it is typed into an app that has no camera. */
    static String text(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }

    /** What the picture says to an app. */
    static String address(byte[] secret, String login) {
        String label = encoded("eSolutions:" + login);
        return "otpauth://totp/" + label + "?secret=" + text(secret) + "&issuer=eSolutions";
    }

    /**
     * The time step whose code this is: now, the one before or the one after, as clocks of phones differ. Empty when it is
     * none of them.
     */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (int away = -1; away <= 1; away++) {
            Instant at = now.plusSeconds((long) away * STEP);
            if (MessageDigest.isEqual(code(secret, at).getBytes(StandardCharsets.UTF_8), given))
                found = OptionalLong.of(at.getEpochSecond() / STEP);
        }
        return found;
    }

    public static String code(byte[] secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, ALGORITHM), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** 120 random bits each, in six groups of four: nobody who has read their hashes finds one by trying. */
    static List<String> recoveryCodes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++)
            codes.add(Base32.toBase32String(random(RECOVERY_BYTES)).replaceAll("(.{4})(?!$)", "$1-"));
        return codes;
    }

    /** As it was typed: without blanks and dashes, in whatever case. */
    static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it looks like one of the app's, and not like a recovery code. */
    public static boolean isOfApp(String typed) {
        return normal(typed).length() == 6;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
