package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.EMPTY_FILE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.FILE_LEFT_OUT;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_PEM_OTHER;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_PEM_REQUEST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_REQUEST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_TEXT;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NO_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TOO_LARGE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TOO_MANY_FILES;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Opens what was sent together: mostly one file, or certificate, chain and key each in its own, in any order. */
public final class CertificateFiles {

    static final int MOST = 10;
    /** Lies beside what is needed and harms nothing. */
    private static final Set<Finding.Kind> LEFT_OUT =
            Set.of(EMPTY_FILE, IS_PEM_OTHER, IS_PEM_REQUEST, IS_REQUEST, IS_TEXT);

    private final Set<OpenedFile.Key> keys = new LinkedHashSet<>();
    private final Set<PrivateKeyInfo> seen = new LinkedHashSet<>();
    private final Set<X509CertificateHolder> certificates = new LinkedHashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private Finding.@Nullable Kind keyless;

    private CertificateFiles() {}

    /** @throws Unacceptable when one of them does not open, naming it where there are several */
    public static OpenedFile open(List<SentFile> files, char[] password, PfxBudget budget) throws Unacceptable {
        if (files.isEmpty()) throw new Unacceptable(EMPTY_FILE);
        if (files.size() > MOST) throw new Unacceptable(TOO_MANY_FILES, String.valueOf(MOST));
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > FileKind.MOST_BYTES) throw new Unacceptable(TOO_LARGE, String.valueOf(FileKind.MOST_BYTES / 1024));
        if (files.size() == 1) return CertificateFile.open(files.get(0).content(), password, budget);
        return new CertificateFiles().openAll(files, password, budget);
    }

    private OpenedFile openAll(List<SentFile> files, char[] password, PfxBudget budget) throws Unacceptable {
        Unacceptable first = null;
        for (SentFile file : files) {
            try {
                add(CertificateFile.open(file.content(), password, budget));
            } catch (Unacceptable unopened) {
                if (!LEFT_OUT.contains(unopened.finding().kind())) throw unopened.in(file.name());
                if (first == null) first = unopened.in(file.name());
                findings.add(Finding.of(FILE_LEFT_OUT, file.name()));
            }
        }
        if (first != null && keys.isEmpty() && certificates.isEmpty()) throw first;
        return new OpenedFile(
                List.copyOf(keys),
                List.copyOf(certificates),
                List.copyOf(findings),
                keyless == null ? NO_CERTIFICATE : keyless,
                NO_CERTIFICATE);
    }

    private void add(OpenedFile file) {
        for (OpenedFile.Key key : file.keys()) if (seen.add(key.key())) keys.add(key);
        certificates.addAll(file.certificates());
        findings.addAll(file.findings());
        if (keyless == null && !file.certificates().isEmpty()) keyless = file.keyless();
    }
}
