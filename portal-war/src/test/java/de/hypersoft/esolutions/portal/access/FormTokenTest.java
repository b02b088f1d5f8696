package de.hypersoft.esolutions.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.session.Sessions;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.portal.Refused;
import de.hypersoft.esolutions.tenancy.Reach;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What another page makes a browser send is nobody's wish. */
class FormTokenTest {

    @Test
    void a_form_of_another_session_of_none_or_without_a_token_is_foreign() {
        SignedIn mine = session();
        SignedIn theirs = session();
        SignedIn nobody = new SignedIn();

        for (String token :
                new String[] {theirs.csrf(), "", mine.csrf() + "x", mine.csrf().substring(1)})
            assertThat(Refused.code(() -> FormGuard.check(mine, token))).isEqualTo("foreign-form");
        assertThat(Refused.code(() -> FormGuard.check(nobody, mine.csrf()))).isEqualTo("foreign-form");
        assertThat(Refused.code(() -> FormGuard.check(nobody, ""))).isEqualTo("foreign-form");
        assertThatCode(() -> FormGuard.check(mine, mine.csrf())).doesNotThrowAnyException();
    }

    private static SignedIn session() {
        SignedIn signedIn = new SignedIn();
        signedIn.as(
                new Sessions.Opened(
                        UUID.randomUUID(),
                        new Caller(UUID.randomUUID(), "maria", "Maria", new Reach.Installation()),
                        Secret.fresh().value()),
                Secret.fresh().value());
        return signedIn;
    }
}
