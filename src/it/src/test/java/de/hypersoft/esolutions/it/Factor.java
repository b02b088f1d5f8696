package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** What somebody has who has switched one-time codes on. */
record Factor(byte[] secret, List<String> recovery) {

    private static final String OWN = "/portal/account/second-factor";
    private static final Pattern RECOVERY = Pattern.compile("<code>((?:[A-Z2-7]{4}-){5}[A-Z2-7]{4})</code>");

    /** Switched on now, by the clock of the owner's server. */
    static Factor of(Asker owner, Instant now) {
        String page = owner.post(OWN, Map.of()).body();
        assertThat(page).contains("src=\"data:image/svg+xml;base64,");
        byte[] secret =
                decoded(ScopeStage.found(page, "<code>([A-Z2-7 ]+)</code>").replace(" ", ""));
        Asker.Answer on = owner.post(OWN + "/confirmation", Map.of("code", code(secret, now)));
        assertThat(on.status()).as(on.body()).isEqualTo(200);
        owner.keep(on);
        return new Factor(
                secret,
                RECOVERY.matcher(on.body()).results().map(code -> code.group(1)).toList());
    }

    String code(Instant at) {
        return code(secret, at);
    }

    private static String code(byte[] secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    /** Base32: five bits a letter. */
    private static byte[] decoded(String text) {
        StringBuilder bits = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        return bytes;
    }
}
