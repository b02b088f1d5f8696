package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;

import de.hypersoft.esolutions.certificates.keys.SealedKeys;
import de.hypersoft.esolutions.certificates.keys.Secrets;
import de.hypersoft.esolutions.certificates.serving.CertificatesChanged;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.TestRegistry;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One registered host with its certificates, and an authority that issues for it: for tests of other features. */
public final class TestIssued {

    private final TestCertificates its;

    public TestIssued(Store store) {
        this.its = new TestCertificates(store);
    }

    public HandClock clock() {
        return its.clock;
    }

    public TestRegistry registry() {
        return its.registry;
    }

    public TenantId tenant() {
        return its.linde;
    }

    public HostName host() {
        return new HostName(its.host);
    }

    public IssuedCertificates issued() {
        return its.issued;
    }

    public ManageCertificates certificates() {
        return its.certificates;
    }

    public Secrets secrets() {
        return its.secrets;
    }

    public SealedKeys sealed() {
        return its.sealed;
    }

    /** Leaf first, from now on. */
    public List<X509Certificate> issue(KeyPair keys, Duration life) {
        return List.of(
                TestAuthority.leaf(keys, its.host)
                        .valid(its.clock.instant().minusSeconds(60), (int) life.toDays())
                        .sign(its.middle)
                        .certificate(),
                its.middle.certificate());
    }

    /** A customer's own for 90 days, uploaded, activated and proven. */
    public UUID uploaded(String name) {
        return its.served(TestAuthority.ec(name));
    }

    /** Our own handshake showed whatever is to be proven. */
    public void prove() {
        in(CertificateState.PROVING).forEach(one -> its.prove.proven(one.id()));
    }

    public void failProof() {
        in(CertificateState.PROVING).forEach(one -> its.prove.failed(one.id(), "handshake-refused"));
    }

    public List<CertificateView> in(CertificateState state) {
        return its.certificates.of(staff(), its.host).stream()
                .filter(c -> c.state() == state)
                .toList();
    }

    public List<String> events() {
        return its.events();
    }

    public List<CertificatesChanged> changes() {
        return its.told.events();
    }

    /** What a node reads under this name that has only a key that was added after it was kept. */
    public Optional<byte[]> wrappedAnew(String name) {
        String added = KeyEncryptionKeys.newLine();
        wrapAll(TestCertificates.LINE + ";" + added);
        try {
            Secrets elsewhere =
                    Transactions.around(its.store, new Secrets(its.store.entities(), TestKeys.vault(added)));
            return its.store.in(() -> elsewhere.open(name));
        } finally {
            wrapAll(added + ";" + TestCertificates.LINE); // the store is shared by all tests
        }
    }

    private void wrapAll(String keys) {
        SealedKeys wrapping =
                Transactions.around(its.store, new SealedKeys(its.store.entities(), TestKeys.vault(keys), its.clock));
        while (wrapping.rewrap(100) > 0) continue;
    }

    public void release() {
        its.certificates.release(staff(), its.host);
    }

    /** Another customer had the name shortly before, and it is not proven yet; or now it is. */
    public void contested(boolean yes) {
        its.contested(yes);
    }

    /** What the name system is to say of the host. */
    public void pointsHere(boolean here) {
        its.store.run(() -> its.store
                .entities()
                .createNativeQuery("update hostnames.dns_check set state = :state where host = :host")
                .setParameter("state", here ? "RIGHT" : "WRONG")
                .setParameter("host", its.host)
                .executeUpdate());
    }
}
