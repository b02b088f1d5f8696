package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.web.asset.Asset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {

    private static final int TEXT = 450;
    private static final int SHAPE = 300;
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @Test
    void black_on_white_is_21_to_1() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(2_100);
        assertThat(Colour.of("#777777").contrast(Colour.WHITE)).isBetween(447, 448);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#b5432a", "#ffd400", "#ffffff", "#000000", "#808080", "#ff0000", "#00ff00", "#1f5f4a"})
    void a_brand_colour_can_be_read_wherever_it_stands(String hex) {
        readable(Brand.light(Colour.of(hex)), Colour.of("#ffffff"), Colour.of("#f7f7f5"), Colour.of("#efeeeb"));
        readable(Brand.dark(Colour.of(hex)), Colour.of("#20201e"), Colour.of("#161615"), Colour.of("#2a2a27"));
    }

    @Test
    void no_colour_at_all_ends_unreadable() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++)
            a_brand_colour_can_be_read_wherever_it_stands(String.format("#%06x", random.nextInt(0x1000000)));
    }

    @Test
    void the_tokens_are_readable_in_light_and_dark() {
        String css = Asset.text(ContrastTest.class, Asset.LOOK + "tokens.css");
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, Colour> light = tokens(css.substring(0, dark));
        Map<String, Colour> both = new HashMap<>(light);
        both.putAll(tokens(css.substring(dark, css.indexOf("@media print"))));

        for (Map<String, Colour> tokens : List.of(light, both)) {
            for (String ground : List.of("ground", "surface", "sunken"))
                for (String ink : List.of("ink", "ink-soft", "brand-ink", "ok-ink", "warn-ink", "bad-ink", "info-ink"))
                    assertThat(contrast(tokens, ink, ground))
                            .as(ink + " on " + ground)
                            .isGreaterThanOrEqualTo(TEXT);
            for (String state : List.of("ok", "warn", "bad", "info", "brand"))
                assertThat(contrast(tokens, state + "-ink", state + "-wash"))
                        .as(state)
                        .isGreaterThanOrEqualTo(TEXT);
            assertThat(contrast(tokens, "on-brand", "brand")).isGreaterThanOrEqualTo(TEXT);
            assertThat(contrast(tokens, "line-strong", "surface")).isGreaterThanOrEqualTo(SHAPE);
            assertThat(contrast(tokens, "focus", "ground")).isGreaterThanOrEqualTo(SHAPE);
        }
    }

    private static void readable(Brand.Tones tones, Colour... surfaces) {
        for (Colour button : List.of(tones.brand(), tones.hover(), tones.pressed()))
            assertThat(tones.on().contrast(button)).as(tones.css()).isGreaterThanOrEqualTo(TEXT);
        for (Colour surface : surfaces)
            assertThat(tones.ink().contrast(surface)).as(tones.css()).isGreaterThanOrEqualTo(TEXT);
        assertThat(tones.ink().contrast(tones.wash())).as(tones.css()).isGreaterThanOrEqualTo(TEXT);
    }

    private static int contrast(Map<String, Colour> tokens, String one, String other) {
        return Objects.requireNonNull(tokens.get(one), one).contrast(Objects.requireNonNull(tokens.get(other), other));
    }

    private static Map<String, Colour> tokens(String css) {
        Map<String, Colour> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) tokens.put(matcher.group(1), Colour.of(matcher.group(2)));
        return tokens;
    }
}
