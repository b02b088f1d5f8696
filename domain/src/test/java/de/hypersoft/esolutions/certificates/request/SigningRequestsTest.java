package de.hypersoft.esolutions.certificates.request;

import static de.hypersoft.esolutions.certificates.TestAuthority.ec;
import static de.hypersoft.esolutions.certificates.TestAuthority.leaf;
import static de.hypersoft.esolutions.hostnames.TestRegistry.manager;
import static de.hypersoft.esolutions.hostnames.TestRegistry.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.certificates.TestAuthority.Issued;
import de.hypersoft.esolutions.certificates.TestCertificates;
import de.hypersoft.esolutions.certificates.UploadCertificate;
import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;

/** A private key that is mailed around with its password is everybody's; one that is made here never travels. */
@OnBothDatabases
class SigningRequestsTest {

    private final TestCertificates its;
    private final Store store;

    SigningRequestsTest(Store store) {
        this.store = store;
        this.its = new TestCertificates(store);
    }

    @Test
    void the_issued_certificate_alone_finds_the_key_that_waits_for_it_and_ends_the_request() {
        UUID id = its.request.make(staff(), its.host, RequestedKey.EC_P256);
        SigningRequestView request = its.requests.get(staff(), its.host, id);
        assertThat(request.names()).containsExactly(its.host);

        UploadCertificate.Outcome outcome = uploaded(its.host, issuedFor(its.host, id));

        assertThat(outcome.report().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.KEY_WAS_HERE);
        UUID staged = Optional.ofNullable(outcome.staged()).orElseThrow();
        its.activate(staged);
        its.proven(staged);
        assertThat(its.current().chain().get(0).getPublicKey()).isEqualTo(Pkcs10.publicKey(request.pem()));
        assertThat(its.requests.of(staff(), its.host)).isEmpty();
        assertThat(secret(its.linde, id)).as("the key is the certificate's now").isEmpty();
        assertThat(its.events()).contains("certificate-requested");
    }

    @Test
    void an_authority_that_sends_a_p7b_is_understood_too() throws Exception {
        UUID id = its.request.make(staff(), its.host, RequestedKey.EC_P256);
        CMSSignedDataGenerator list = new CMSSignedDataGenerator();
        list.addCertificates(
                new JcaCertStore(List.of(certificate(its.host, Pkcs10.publicKey(pem(id))), its.middle.certificate())));

        UploadCertificate.Outcome outcome = uploaded(
                its.host,
                list.generate(new CMSProcessableByteArray(new byte[0]), false).getEncoded());

        assertThat(outcome.staged()).isNotNull();
    }

    @Test
    void T49_a_key_that_waits_for_one_customer_serves_no_other_and_is_shown_to_none() {
        TenantId adler = its.registry.customer("adler");
        String other = "adler-" + its.host;
        its.registry.domains().register(staff(), adler, other, null);
        UUID id = its.request.make(staff(), its.host, RequestedKey.EC_P256);

        assertThat(uploaded(other, issuedFor(other, id)).staged()).isNull();
        assertThatThrownBy(() -> its.requests.get(staff(), other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> its.requests.discard(staff(), other, id)).isInstanceOf(NotFound.class);
        store.run(() -> store.entities()
                .createNativeQuery(
                        "update certificates.signing_request set tenant_id = :tenant, host = :host where id = :id")
                .setParameter("tenant", adler.value())
                .setParameter("host", other)
                .setParameter("id", id)
                .executeUpdate());
        assertThat(uploaded(other, issuedFor(other, id)).staged())
                .as("a row that was moved in the database opens no key")
                .isNull();
    }

    @Test
    void a_request_that_is_discarded_or_whose_term_is_over_takes_its_key_with_it() {
        UUID discarded = its.request.make(staff(), its.host, RequestedKey.EC_P256);
        byte[] file = issuedFor(its.host, discarded);
        its.requests.discard(staff(), its.host, discarded);
        assertThat(uploaded(its.host, file).staged()).isNull();
        assertThat(secret(its.linde, discarded)).isEmpty();

        UUID ended = its.request.make(staff(), its.host, RequestedKey.EC_P256);
        its.clock.advance(SigningRequest.TERM);
        assertThat(its.requests.of(staff(), its.host)).isEmpty();
        while (its.requests.sweep(100) > 0) continue;
        assertThat(secret(its.linde, ended)).isEmpty();
        assertThat(its.events()).contains("certificate-request-discarded", "certificate-request-ended");
    }

    @Test
    void with_the_host_its_requests_are_given_up() {
        UUID id = its.request.make(staff(), its.host, RequestedKey.EC_P256);

        its.certificates.release(staff(), its.host);

        assertThat(secret(its.linde, id)).isEmpty();
    }

    @Test
    void only_hosting_staff_ask_and_not_without_end() {
        for (int i = 0; i < 5; i++) its.request.make(staff(), its.host, RequestedKey.EC_P256);

        assertThatThrownBy(() -> its.request.make(staff(), its.host, RequestedKey.EC_P256))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("signing-requests-many"));
        assertThatThrownBy(() -> its.request.make(manager(its.linde), its.host, RequestedKey.EC_P256))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> its.requests.of(manager(its.linde), its.host)).isInstanceOf(Forbidden.class);
    }

    @Test
    void it_is_for_both_names_of_the_shop_and_waits_for_ninety_days() {
        its.registry.domains().register(staff(), its.linde, "www." + its.host, null);

        UUID id = its.request.make(staff(), its.host, RequestedKey.EC_P256);

        SigningRequestView request = its.requests.get(staff(), its.host, id);
        assertThat(request.names()).containsExactly(its.host, "www." + its.host);
        assertThat(request.endsAt()).isEqualTo(its.clock.instant().plus(Duration.ofDays(90)));
    }

    private byte[] issuedFor(String host, UUID id) {
        List<X509Certificate> chain = List.of(certificate(host, Pkcs10.publicKey(pem(id))), its.middle.certificate());
        return CertificateFacts.of(chain).chainPem().getBytes(StandardCharsets.US_ASCII);
    }

    private X509Certificate certificate(String host, PublicKey key) {
        Issued issued = leaf(new KeyPair(key, ec("unused").getPrivate()), host)
                .at(its.clock.instant())
                .sign(its.middle);
        return issued.certificate();
    }

    private String pem(UUID id) {
        return store.in(
                () -> store.entities().find(SigningRequest.class, id).view().pem());
    }

    private UploadCertificate.Outcome uploaded(String host, byte[] file) {
        its.clock.advance(Duration.ofSeconds(1));
        return its.uploads.upload(staff(), host, List.of(new SentFile("", file)), new char[0]);
    }

    private Optional<byte[]> secret(TenantId tenant, UUID id) {
        return store.in(() -> its.secrets.open("signing-request|" + tenant.value() + "|" + id));
    }
}
