package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.KeyPairs;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.util.CertificateUtils;

/**
 * Keeps the challenges that this node's listener shows (RFC 8737) equal to those under way; asked every two seconds on
 * every node, for nobody knows on which one the authority comes in.
 */
@ApplicationScoped
public class ShowChallenges {

    private final ChallengeAnswers answers;
    private final AcmeSettings settings;
    private final CertificateDirectory directory;
    private final Map<String, String> shown = new HashMap<>();
    private @Nullable KeyPair keys;

    @Inject
    public ShowChallenges(ChallengeAnswers answers, AcmeSettings settings) {
        this(answers, settings, CertificateDirectory.ofServer());
    }

    ShowChallenges(ChallengeAnswers answers, AcmeSettings settings, CertificateDirectory directory) {
        this.answers = answers;
        this.settings = settings;
        this.directory = directory;
    }

    public synchronized void follow() {
        if (settings.directory().isEmpty()) return;
        List<ChallengeAnswers.ByTls> open = answers.byTls();
        Set<String> gone = new HashSet<>(shown.keySet());
        for (ChallengeAnswers.ByTls one : open) {
            gone.remove(one.host());
            if (!one.token().equals(shown.get(one.host()))) show(one);
        }
        for (String host : gone) {
            directory.removeAlpnChallenge(host);
            shown.remove(host);
        }
    }

    private void show(ChallengeAnswers.ByTls one) {
        KeyPair pair = keys == null ? KeyPairs.freshRsa() : keys;
        keys = pair;
        directory.putAlpnChallenge(one.host(), pair.getPrivate(), new X509Certificate[] {certificate(pair, one)});
        shown.put(one.host(), one.token());
    }

    private static X509Certificate certificate(KeyPair pair, ChallengeAnswers.ByTls one) {
        try {
            return CertificateUtils.createTlsAlpn01Certificate(pair, Identifier.dns(one.host()), sha256(one.answer()));
        } catch (IOException e) {
            throw new IllegalStateException("no challenge can be made for " + one.host(), e);
        }
    }

    private static byte[] sha256(String answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
