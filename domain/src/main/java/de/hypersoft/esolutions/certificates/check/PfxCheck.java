package de.hypersoft.esolutions.certificates.check;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.ALREADY_THERE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.CHAIN_INVALID;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.INTERMEDIATE_ADDED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.INTERMEDIATE_FROM_LIST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.INTERMEDIATE_MISSING;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.KEY_WAS_HERE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.OTHERS_DROPPED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.PRIVATE_AUTHORITY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.ROOT_DROPPED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.SELF_SIGNED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.SEVERAL_ENTRIES;

import de.hypersoft.esolutions.certificates.pfx.CertificateFiles;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.OpenedFile;
import de.hypersoft.esolutions.certificates.pfx.PfxBudget;
import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.certificates.pfx.PfxEntry;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.certificates.pfx.Unacceptable;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dry run over one file: what it is, which entry is meant, and what browsers would say. Changes nothing. */
public final class PfxCheck {

    private final PfxContext context;
    private final PublicRoots roots;
    private final List<Finding> findings = new ArrayList<>();

    private PfxCheck(PfxContext context, PublicRoots roots) {
        this.context = context;
        this.roots = roots;
    }

    /**
     * @param chain leaf first, without the root; empty unless the report is acceptable
     * @param key null unless the report is acceptable
     */
    public record Result(
            PfxReport report,
            List<X509Certificate> chain,
            @Nullable PrivateKey key) {
        @Override
        public String toString() {
            return "Result[" + report.findings() + "]"; // a key is shown nowhere
        }
    }

    public static Result run(byte[] file, char[] password, PfxContext context, PublicRoots roots) {
        return run(List.of(new SentFile("", file)), password, context, roots, new PfxBudget());
    }

    /** @param files that were sent together */
    public static Result run(
            List<SentFile> files, char[] password, PfxContext context, PublicRoots roots, PfxBudget budget) {
        try {
            return new PfxCheck(context, roots).run(CertificateFiles.open(files, password, budget));
        } catch (Unacceptable e) {
            return new Result(PfxReport.refused(e.findings()), List.of(), null);
        }
    }

    /** A chain that an authority handed out for a key of ours is judged as a file is. */
    public static Result issued(List<X509Certificate> chain, PrivateKey key, PfxContext context, PublicRoots roots) {
        return new PfxCheck(context, roots).judged(new PfxEntry("", key, chain.get(0)), chain);
    }

    private Result run(OpenedFile file) throws Unacceptable {
        findings.addAll(file.findings());
        List<X509Certificate> certificates = PfxEntry.certificates(file);
        List<PfxEntry> entries = PfxEntry.of(file, certificates, context.kept());
        if (file.keys().isEmpty()) findings.add(Finding.of(KEY_WAS_HERE));
        return judged(chosen(entries), certificates);
    }

    private Result judged(PfxEntry entry, List<X509Certificate> certificates) {
        Chain chain = ChainSearch.best(entry.leaf(), certificates, context.known(), roots, moment(entry.leaf()));
        String sha256 = CertificateFacts.sha256(entry.leaf());
        if (context.kept().stream().anyMatch(kept -> kept.sha256().equals(sha256)))
            findings.add(Finding.of(ALREADY_THERE));
        findings.addAll(LeafRules.check(entry.leaf(), context));
        judge(chain);
        int others = certificates.size() - used(certificates, chain);
        if (others > 0) findings.add(Finding.of(OTHERS_DROPPED, String.valueOf(others)));
        PfxReport report = new PfxReport(sorted(), facts(entry, chain));
        return report.acceptable()
                ? new Result(report, chain.links(), entry.key())
                : new Result(report, List.of(), null);
    }

    /** The one that covers the host; of several the one that holds longest. */
    private PfxEntry chosen(List<PfxEntry> entries) {
        PfxEntry taken = entries.stream()
                .max(Comparator.comparing((PfxEntry e) -> CertificateFacts.covers(
                                CertificateFacts.namesOf(e.leaf()),
                                context.host().value()))
                        .thenComparing(e -> Validity.until(e.leaf())))
                .orElseThrow();
        if (entries.size() > 1)
            findings.add(Finding.of(
                    SEVERAL_ENTRIES,
                    String.valueOf(entries.size()),
                    taken.name().isEmpty()
                            ? taken.leaf().getSubjectX500Principal().getName()
                            : taken.name()));
        return taken;
    }

    private void judge(Chain chain) {
        X509Certificate top = chain.top();
        if (Chain.selfSigned(chain.leaf())) {
            findings.add(Finding.of(SELF_SIGNED));
            return;
        }
        if (chain.root() == null && chain.links().size() == 1) {
            findings.add(Finding.of(INTERMEDIATE_MISSING, issuer(top)));
            return;
        }
        findings.addAll(IssuerRules.check(chain, moment(chain.leaf())));
        boolean dated = findings.stream().anyMatch(f -> f.kind().weight() == Finding.Weight.REFUSES);
        if (!dated) chain.fault(moment(chain.leaf())).ifPresent(why -> findings.add(Finding.of(CHAIN_INVALID, why)));
        chain.added()
                .forEach(one -> findings.add(Finding.of(
                        context.known().contains(one) ? INTERMEDIATE_ADDED : INTERMEDIATE_FROM_LIST, subject(one))));
        if (!chain.isPublic()) findings.add(Finding.of(PRIVATE_AUTHORITY, issuer(top)));
        else findings.addAll(PublicRules.check(chain.leaf()));
    }

    /** A leaf that begins in some hours is judged as of then, one that has ended as of its last moment. */
    private Instant moment(X509Certificate leaf) {
        if (Validity.from(leaf).isAfter(context.now())) return Validity.from(leaf);
        return Validity.until(leaf).isBefore(context.now()) ? Validity.until(leaf) : context.now();
    }

    private int used(List<X509Certificate> certificates, Chain chain) {
        X509Certificate root = chain.root();
        if (root != null && certificates.contains(root)) findings.add(Finding.of(ROOT_DROPPED, subject(root)));
        return (int) certificates.stream()
                .filter(c -> chain.links().contains(c) || c.equals(root))
                .count();
    }

    private List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparing((Finding f) -> f.kind().weight()))
                .toList();
    }

    private static PfxReport.Facts facts(PfxEntry entry, Chain chain) {
        X509Certificate leaf = chain.leaf();
        return new PfxReport.Facts(
                entry.name(),
                CertificateFacts.namesOf(leaf),
                chain.links().stream()
                        .map(c -> new PfxReport.Link(subject(c), issuer(c), Validity.until(c)))
                        .toList(),
                CertificateFacts.keyType(leaf.getPublicKey()),
                CertificateFacts.bits(leaf.getPublicKey()),
                leaf.getSigAlgName(),
                Validity.from(leaf),
                Validity.until(leaf),
                chain.isPublic());
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }
}
