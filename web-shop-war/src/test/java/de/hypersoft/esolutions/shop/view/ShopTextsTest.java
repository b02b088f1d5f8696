package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.web.page.Texts;
import de.hypersoft.esolutions.web.testing.Sources;
import de.hypersoft.esolutions.web.testing.Translations;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShopTextsTest {

    private static final Pattern USED = Pattern.compile("\\b(?:t|text)\\(\\s*\"([a-z][\\w.-]*[\\w])\"\\s*[,)]");

    private final Texts german = ShopPage.TEXTS.german();

    @Test
    void both_languages_say_the_same_things_with_the_same_blanks() {
        assertThat(german.keys()).hasSizeGreaterThan(120);
        Translations.check(ShopPage.TEXTS);
    }

    @Test
    void every_key_used_on_a_page_exists() {
        List<String> used = used();

        assertThat(used).hasSizeGreaterThan(120);
        assertThat(used).allSatisfy(key -> assertThat(german.has(key)).as(key).isTrue());
    }

    @Test
    void every_state_and_trouble_has_its_words() {
        for (OrderType type : OrderType.values())
            assertThat(german.has("payment." + type)).isTrue();
        for (CartCheck.Trouble trouble : CartCheck.Trouble.values())
            assertThat(german.has("cart.trouble." + trouble)).isTrue();
        for (OrderStatus status : OrderStatus.values())
            assertThat(german.keys().stream().anyMatch(k -> k.startsWith("status." + status))
                            || status == OrderStatus.PLACED)
                    .isTrue();
    }

    @Test
    void L16_T62_the_order_button_says_what_the_law_wants() {
        assertThat(german.text("checkout.order")).isEqualTo("Zahlungspflichtig bestellen");
        assertThat(ShopPage.TEXTS.english().text("checkout.order")).isEqualTo("Order with obligation to pay");
    }

    /** The server answers in our place when a body is over even its own limit. */
    @Test
    void what_is_too_large_has_one_title_whoever_refuses_it() throws IOException {
        for (Texts texts : List.of(german, ShopPage.TEXTS.english())) {
            Properties server = new Properties();
            String file = "/de/hypersoft/esolutions/http/error/errors_" + texts.language() + ".properties";
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
                server.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            assertThat(texts.text("error.413.title")).isEqualTo(server.getProperty("413.title"));
        }
    }

    private static List<String> used() {
        return Sources.pages().stream()
                .flatMap(page -> USED.matcher(page.text()).results())
                .map(found -> found.group(1))
                .filter(key -> key.contains("."))
                .toList();
    }
}
