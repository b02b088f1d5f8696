package de.hypersoft.esolutions.shop.guard;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.shop.Refused;
import de.hypersoft.esolutions.web.FormToken;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who comes under a name that is nobody's, or with a form that is not ours. */
@SuppressWarnings("NullAway") // orders of before are not asked for
class StrangersTest {

    private static final String GUEST = "0".repeat(43);

    @Test
    void under_a_name_that_is_nobodys_there_is_no_shop() {
        ShopRequest shopRequest = new ShopRequest(Clock.systemUTC(), null);

        assertThat(shopRequest.hasShop()).isFalse();
        assertThat(Refused.code(shopRequest::shop)).isEqualTo("unknown-host");
        assertThat(Refused.code(() -> shopRequest.location("mitte"))).isEqualTo("unknown-host");
    }

    @Test
    void a_form_of_another_browser_has_expired_and_the_own_one_is_read() throws IOException {
        String own = "token=" + FormToken.of(GUEST) + "&quantity=2";
        String others = "token=" + FormToken.of("1".repeat(43)) + "&quantity=2";

        assertThat(read(own, null).number("quantity", 0)).isEqualTo(2);
        assertThat(Refused.code(() -> read(others, null))).isEqualTo("form-expired");
        assertThat(Refused.code(() -> read("quantity=2", null))).isEqualTo("form-expired");
    }

    @Test
    void a_page_that_takes_an_expired_form_too_takes_none_from_another_site() throws IOException {
        assertThat(read("quantity=2", "same-origin", lenient()).genuine()).isFalse();
        assertThat(Refused.code(() -> read("quantity=2", "cross-site", lenient())))
                .isEqualTo("form-expired");
    }

    private static Form read(String body, @Nullable String site, Annotation... annotations) throws IOException {
        ShopRequest shopRequest = new ShopRequest(Clock.systemUTC(), null);
        shopRequest.carry(GUEST, null);
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        if (site != null) headers.putSingle("Sec-Fetch-Site", site);
        FormReader reader = new FormReader();
        reader.shopRequest = shopRequest;
        return reader.readFrom(
                Form.class,
                Form.class,
                annotations,
                MediaType.APPLICATION_FORM_URLENCODED_TYPE,
                headers,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** As a page says it that takes such a form. */
    private static Annotation lenient() {
        return Arrays.stream(StrangersTest.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("taken"))
                .flatMap(method -> Arrays.stream(method.getParameterAnnotations()[0]))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // only its parameter is looked at
    private static void taken(@MayBeExpired Form form) {}
}
