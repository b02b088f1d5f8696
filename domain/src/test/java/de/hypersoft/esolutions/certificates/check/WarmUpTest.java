package de.hypersoft.esolutions.certificates.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void the_file_is_opened_and_its_certificate_is_judged() throws Exception {
        PfxReport report = new WarmUp(new PublicRoots(PublicIntermediates.none()), Clock.systemUTC()).run();

        assertThat(report.findings()).extracting(Finding::kind).contains(Finding.Kind.SELF_SIGNED);
        assertThat(report.facts()).isNotNull();
    }
}
