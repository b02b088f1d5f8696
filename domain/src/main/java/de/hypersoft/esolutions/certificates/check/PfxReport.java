package de.hypersoft.esolutions.certificates.check;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an uploaded file, for people who know nothing of certificates.
 *
 * @param facts null when the file could not be read that far
 */
public record PfxReport(List<Finding> findings, @Nullable Facts facts) {

    public PfxReport {
        findings = List.copyOf(findings);
    }

    static PfxReport refused(List<Finding> findings) {
        return new PfxReport(findings, null);
    }

    /** Nothing speaks against storing it. */
    public boolean acceptable() {
        return findings.stream().noneMatch(f -> f.kind().weight() == Finding.Weight.REFUSES);
    }

    /**
     * @param entry name of the entry that was taken, as the file calls it; may be empty
     * @param names DNS names covered, as in the certificate
     * @param chain from the leaf upwards, without the root
     * @param publicAuthority whether the root is one that browsers know
     */
    public record Facts(
            String entry,
            List<String> names,
            List<Link> chain,
            String keyType,
            int keyBits,
            String signature,
            Instant notBefore,
            Instant notAfter,
            boolean publicAuthority) {

        public Facts {
            names = List.copyOf(names);
            chain = List.copyOf(chain);
        }
    }

    /** One certificate of the chain. */
    public record Link(String subject, String issuer, Instant notAfter) {}
}
