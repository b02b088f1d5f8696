package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdnaTest {

    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    @ParameterizedTest
    @CsvSource({
        "bücher.example,xn--bcher-kva.example",
        "fußball.example,xn--fuball-cta.example",
        "shop.example,shop.example"
    })
    void a_name_is_known_to_guests_in_letters_and_to_servers_in_ascii(String letters, String ascii) {
        assertThat(Idna.toAscii(letters)).contains(ascii);
        assertThat(Idna.toUnicode(ascii)).isEqualTo(letters);
    }

    @Test
    void a_name_is_of_labels_where_it_may_be_the_name_of_a_host() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) assertKnown(name(random));
        Stream.of(62, 63, 64).map("a"::repeat).forEach(label -> assertKnown("b." + label + ".c"));
        Stream.of(125, 126, 127).map(times -> "a.".repeat(times) + "b").forEach(IdnaTest::assertKnown);
        Stream.of("A.example", "ä.example", "a_b.example", "a\n", "a b").forEach(IdnaTest::assertKnown);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) name.append("az09-..".charAt(random.nextInt(7)));
        return name.toString();
    }

    private static void assertKnown(String name) {
        assertThat(Idna.isOfLabels(name))
                .as(name)
                .isEqualTo(HOST_NAME.matcher(name).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--a.example", "shop_1.example"})
    void a_name_that_no_browser_asks_for_stays_as_it_is(String odd) {
        assertThat(Idna.toAscii(odd)).isEmpty();
        assertThat(Idna.toUnicode(odd)).isEqualTo(odd);
    }
}
