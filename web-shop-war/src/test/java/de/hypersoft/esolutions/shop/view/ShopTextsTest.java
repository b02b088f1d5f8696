package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopTextsTest {

    private static final Pattern USED = Pattern.compile("\\b(?:t|get)\\(\\s*\"([a-z][\\w.-]*[\\w])\"\\s*[,)]");
    private static final Pattern COUNTED = Pattern.compile("\\bcount\\(\"([a-z][\\w.-]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ShopTexts.ENGLISH.keys()).isEqualTo(ShopTexts.GERMAN.keys());
    }

    @Test
    void both_languages_have_the_same_placeholders_and_no_empty_text() {
        assertThat(ShopTexts.GERMAN.keys()).hasSizeGreaterThan(120);
        for (String key : ShopTexts.GERMAN.keys()) {
            assertThat(ShopTexts.GERMAN.get(key)).as(key).isNotBlank();
            assertThat(placeholders(ShopTexts.ENGLISH.get(key)))
                    .as(key)
                    .isEqualTo(placeholders(ShopTexts.GERMAN.get(key)));
        }
    }

    @Test
    void every_key_used_on_a_page_exists() throws IOException {
        List<String> used = used();

        assertThat(used).hasSizeGreaterThan(120);
        assertThat(used)
                .allSatisfy(key -> assertThat(ShopTexts.GERMAN.has(key)).as(key).isTrue());
    }

    @Test
    void every_state_and_trouble_has_its_words() {
        for (OrderType type : OrderType.values())
            assertThat(ShopTexts.GERMAN.has("payment." + type)).isTrue();
        for (CartCheck.Trouble trouble : CartCheck.Trouble.values())
            assertThat(ShopTexts.GERMAN.has("cart.trouble." + trouble)).isTrue();
        for (OrderStatus status : OrderStatus.values())
            assertThat(ShopTexts.GERMAN.keys().stream().anyMatch(k -> k.startsWith("status." + status))
                            || status == OrderStatus.PLACED)
                    .isTrue();
    }

    @Test
    void L16_T62_the_order_button_says_what_the_law_wants() {
        assertThat(ShopTexts.GERMAN.get("checkout.order")).isEqualTo("Zahlungspflichtig bestellen");
        assertThat(ShopTexts.ENGLISH.get("checkout.order")).isEqualTo("Order with obligation to pay");
    }

    private static List<String> used() throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(jte|java)")).toList()) {
                String text = Files.readString(file);
                Matcher used = USED.matcher(text);
                while (used.find()) if (used.group(1).contains(".")) keys.add(used.group(1));
                Matcher counted = COUNTED.matcher(text);
                while (counted.find()) keys.addAll(List.of(counted.group(1) + ".one", counted.group(1) + ".many"));
            }
        }
        return keys;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) found.add(matcher.group());
        return found;
    }
}
