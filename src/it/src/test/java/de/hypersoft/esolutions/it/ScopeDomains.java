package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A domain of each brand, each with a signing request and a certificate that waits. */
final class ScopeDomains {

    private final ScopeStage stage;
    private final Asker staff;
    private final String own;
    private final TestPki pki;

    ScopeDomains(ScopeStage stage, Asker staff, String own) {
        this.stage = stage;
        this.staff = staff;
        this.own = own;
        this.pki = new TestPki(TestRun.home().resolveSibling("pki-" + own)); // several tests at once
    }

    void prepare() {
        domain("", "a1");
        domain("-b", "b1");
    }

    private void domain(String suffix, String place) {
        String host = "shop" + suffix + "." + own + ".example";
        stage.put("domain" + suffix, host);
        Asker.Answer made = staff.post("/portal/domains", Map.of("host", host, "place", stage.name(place)));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        String address = "/portal/domains/" + host;
        staff.post(address + "/requests", Map.of("key", "EC_P256"));
        stage.put(
                "signing-request" + suffix, ScopeStage.found(stage.page(address), "/requests/([0-9a-f-]{36})/discard"));
        Asker.Answer staged = staff.upload(address + "/certificates", "pfx", pem("leaf" + place, host));
        assertThat(staged.location()).as(staged.body()).endsWith("?done=staged");
        stage.put(
                "certificate" + suffix,
                ScopeStage.found(stage.page(address), "/certificates/([0-9a-f-]{36})/activate"));
    }

    private String pem(String name, String host) {
        try {
            return Files.readString(pki.leaf(name, host, 90).pem(name, "middle"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
