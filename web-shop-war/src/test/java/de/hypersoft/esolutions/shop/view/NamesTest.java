package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.web.testing.Sources;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What restaurants call their dishes may be written from right to left, in the midst of a page that is not. */
class NamesTest {

    /** As a text of the page: what stands in an attribute is no matter of direction. */
    private static final Pattern NAME = Pattern.compile(
            "(<[^<>]*>)[^<>${}]*\\$\\{(String\\.join\\([^}]*|(?!day)[a-z]+\\.)(name|description|note|options)\\(\\)\\)?}");

    @Test
    void no_name_from_right_to_left_turns_the_prices_and_signs_around_it() {
        List<MatchResult> names = Sources.templates().stream()
                .flatMap(template -> NAME.matcher(template.text()).results())
                .toList();

        assertThat(names).hasSizeGreaterThan(15);
        assertThat(names)
                .filteredOn(
                        name -> !name.group(1).equals("<bdi>") && !name.group(1).contains("dir=\"auto\""))
                .extracting(MatchResult::group)
                .isEmpty();
    }
}
