package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a form came from a page of ours: a nonce and its keyed hash under the secret of the browser's cookie. Fresh
 * each time, so that compressed pages do not give it away (BREACH).
 */
public final class FormToken {

    private FormToken() {}

    public static String of(String secret) {
        String nonce = Secret.fresh().value().substring(0, 12);
        return nonce + "." + mac(secret, nonce);
    }

    public static boolean genuine(String token, String secret) {
        int dot = token.indexOf('.');
        if (dot < 0) return false;
        byte[] expected = mac(secret, token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
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
