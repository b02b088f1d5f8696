package de.hypersoft.esolutions.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.web.page.Bundle;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether a bundle says in English all that it says in German. */
public final class Translations {

    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

    private Translations() {}

    /** The same keys, with the same blanks to fill in, and no text without a word. */
    public static void check(Bundle bundle) {
        assertThat(bundle.english().keys()).isEqualTo(bundle.german().keys());
        for (String key : bundle.german().keys()) {
            assertThat(word(bundle.english(), key)).as(key).isNotBlank();
            assertThat(blanks(word(bundle.english(), key))).as(key).isEqualTo(blanks(word(bundle.german(), key)));
        }
    }

    private static String word(Texts texts, String key) {
        return texts.orElse(key, "");
    }

    private static Set<String> blanks(String text) {
        Set<String> found = new TreeSet<>();
        BLANK.matcher(text).results().forEach(blank -> found.add(blank.group()));
        return found;
    }
}
