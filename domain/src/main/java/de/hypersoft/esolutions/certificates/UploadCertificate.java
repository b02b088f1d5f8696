package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.PfxCheck;
import de.hypersoft.esolutions.certificates.check.PfxReport;
import de.hypersoft.esolutions.certificates.check.PfxWorkers;
import de.hypersoft.esolutions.certificates.check.PublicRoots;
import de.hypersoft.esolutions.certificates.pfx.PfxBudget;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a PFX, or what stands for one: first a report, and only when nothing speaks against it the certificate is stored, to be activated by
 * a person. What is served does not change. The password is wiped when this returns and is kept nowhere.
 */
@ApplicationScoped
public class UploadCertificate {

    private final StageCertificate staging;
    private final PfxWorkers workers;
    private final PublicRoots roots;

    @Inject
    UploadCertificate(StageCertificate staging, PfxWorkers workers, PublicRoots roots) {
        this.staging = staging;
        this.workers = workers;
        this.roots = roots;
    }

    /** @param staged null when the file was refused */
    public record Outcome(PfxReport report, @Nullable UUID staged) {}

    /**
     * @param files that belong together: one, or certificate, chain and key apart
     * @param password is wiped, whatever happens
     */
    public Outcome upload(Caller by, String host, List<SentFile> files, char[] password) {
        try {
            PfxContext context = staging.context(by, host);
            PfxCheck.Result result = workers.run(() -> PfxCheck.run(files, password, context, roots, new PfxBudget()));
            if (result.key() == null) {
                staging.refused(by, host, result.report());
                return new Outcome(result.report(), null);
            }
            return new Outcome(result.report(), staging.stage(by, host, Source.UPLOAD, result));
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
