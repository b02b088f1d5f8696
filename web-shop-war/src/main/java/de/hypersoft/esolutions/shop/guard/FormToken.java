package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a form came from a page of ours: a nonce and its keyed hash under the guest's cookie secret. Fresh each
 * time, so that compressed pages do not give it away (BREACH).
 */
final class FormToken {

    private FormToken() {}

    static String of(String guestSecret) {
        String nonce = Secret.fresh().value().substring(0, 12);
        return nonce + "." + mac(guestSecret, nonce);
    }

    static boolean genuine(String token, String guestSecret) {
        int dot = token.indexOf('.');
        if (dot < 0) return false;
        byte[] expected = mac(guestSecret, token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(String key, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("form " + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
