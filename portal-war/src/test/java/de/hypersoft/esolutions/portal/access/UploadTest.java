package de.hypersoft.esolutions.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.hypersoft.esolutions.portal.problems.ProblemPage;
import de.hypersoft.esolutions.web.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file that is far too large even for its form to say so. */
class UploadTest {

    private static final Map<String, Integer> MOST = Map.of("pfx", 256 * 1024, "password", 1_024);

    @Test
    void it_is_refused_unread_with_how_large_it_may_be_and_where_its_form_is() {
        Upload.TooLarge refused = tooLarge(String.valueOf(9 * 1024 * 1024), new UnreadBody());

        assertThat(refused.form()).isEqualTo("/portal/domains/shop.example");
        ProblemPage page = new ProblemPage(Problems.of(refused), refused.form());
        assertThat(page.problem().status()).isEqualTo(413);
        assertThat(page.limit()).isEqualTo("256 kB");
    }

    @Test
    void how_large_it_may_be_is_said_in_round_figures() {
        assertThat(limit(6 * 1024 * 1024)).isEqualTo("6 MB");
        assertThat(limit(1_000_000)).isEqualTo("1 MB");
        assertThat(limit(16 * 1024)).isEqualTo("16 kB");
    }

    private static String limit(long most) {
        return new ProblemPage(Problems.of(new Upload.TooLarge(most, "/")), "/").limit();
    }

    @SuppressWarnings("NullAway") // what is refused unread does not ask who is signed in
    private static Upload.TooLarge tooLarge(String length, InputStream body) {
        Upload upload = new Upload(null);
        upload.arrives(request(length, body));
        return catchThrowableOfType(Upload.TooLarge.class, () -> upload.read(MOST, "/portal/domains/shop.example"));
    }

    private static ContainerRequestContext request(String length, InputStream body) {
        return (ContainerRequestContext) Proxy.newProxyInstance(
                UploadTest.class.getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMediaType" -> new MediaType("multipart", "form-data", Map.of("boundary", "x"));
                    case "getHeaderString" -> length;
                    case "getEntityStream" -> body;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class UnreadBody extends InputStream {
        @Override
        public int read() {
            throw new AssertionError("read");
        }
    }
}
