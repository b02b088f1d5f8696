package de.hypersoft.esolutions.portal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.testing.Sources;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void a_cause_stands_once_and_what_only_follows_from_it_is_folded_below() {
        List<ReportPage.Cause> causes = ReportPage.causes(List.of(
                new CatalogFinding("optionGroup", "dip", "Dip", "unknown-allergen", "»Glutten« is none", null, ""),
                new CatalogFinding(
                        "article", "1", "Pommes", "refused-option-group", "needs dip", "optionGroup dip", ""),
                new CatalogFinding("article", "2", "Menü", "refused-article", "needs 1", "article 1", ""),
                new CatalogFinding("article", "3", "Suppe", "invalid-price", "price »9,90« is no amount", null, "")));

        assertThat(causes).hasSize(2);
        assertThat(causes.get(0).thing().name()).isEqualTo("Dip");
        assertThat(causes.get(0).follows()).extracting(ReportPage.Thing::name).containsExactly("Pommes", "Menü");
        assertThat(causes.get(1).follows()).isEmpty();
        assertThat(ReportPage.quoted(causes.get(1).reasons().get(0))).isEqualTo("9,90");
    }

    @Test
    void a_circle_of_followers_and_a_cause_that_is_not_told_end() {
        assertThat(ReportPage.causes(List.of(
                        new CatalogFinding("article", "a", null, "refused-article", "", "article b", ""),
                        new CatalogFinding("article", "b", null, "refused-article", "", "article a", ""),
                        new CatalogFinding("article", "c", null, "refused-article", "", "article gone", ""))))
                .extracting(cause -> cause.thing().id())
                .containsExactly("a", "b", "c");
    }

    @Test
    void every_reason_is_told_in_both_languages_with_an_example() {
        Set<String> codes = codes();
        assertThat(codes)
                .hasSizeGreaterThan(40)
                .contains("invalid-price", "unknown-allergen", "wrong-type", "misspelt-member");
        for (String language : List.of("de", "en"))
            for (String code : codes) {
                assertThat(PageModel.TEXTS.in(language).orElseThrow().orElse("finding." + code, ""))
                        .as(code)
                        .isNotBlank();
                assertThat(PageModel.TEXTS.in(language).orElseThrow().orElse("finding." + code + ".how", ""))
                        .as(code)
                        .isNotBlank();
            }
    }

    @Test
    void a_misspelt_field_is_shown_as_it_was_written_and_as_it_is_right() {
        CatalogFinding slip = CatalogFinding.of(
                "article", "505", "misspelt-member", "»minimum_age« is not known here; write »minimumAge«");

        assertThat(ReportPage.quoted(slip)).isEqualTo("minimum_age");
        assertThat(ReportPage.meant(slip)).isEqualTo("minimumAge");
        assertThat(ReportPage.meant(CatalogFinding.of("article", "505", "unknown-allergen", "»a« or »b«")))
                .isEmpty();
    }

    @Test
    void every_remark_on_a_load_is_told_in_both_languages() {
        Pattern told = Pattern.compile("\\bCODE = \"([a-z-]+)\"|note\\(\\s*notes,\\s*\"([a-z-]+)\"|"
                + "Finding\\.of\\(\\s*\"catalogue\", member, \"([a-z-]+)\"");
        Set<String> codes = new TreeSet<>();
        for (String notes :
                List.of("LeftOut", "Notes", "MixedRates", "BelowZero", "PriceJumps", "RecipeAges", "TakenOnce")) {
            Set<String> found = Stream.of("catalog", "sync")
                    .flatMap(feature -> Sources.ofDomain(feature).stream())
                    .filter(source -> source.name().equals(notes))
                    .flatMap(source -> told.matcher(source.text()).results())
                    .flatMap(m -> Stream.of(m.group(1), m.group(2), m.group(3)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            assertThat(found).as(notes).isNotEmpty();
            codes.addAll(found);
        }
        assertThat(codes).hasSizeGreaterThan(8).contains("left-out", "mixed-vat-at-no-price", "price-below-zero");
        for (String language : List.of("de", "en"))
            assertThat(codes).allSatisfy(code -> assertThat(
                            PageModel.TEXTS.in(language).orElseThrow().orElse("finding." + code, ""))
                    .as(code)
                    .isNotBlank());
    }

    private static Set<String> codes() {
        Pattern code = Pattern.compile("\\b(?:add|wrong)\\(\\s*[^,;]+,\\s*\"([a-z]+(?:-[a-z0-9]+)*)\"\\s*,");
        Pattern later = Pattern.compile("faults\\.add\\(\\s*[^,]+,\\s*[^,]+,\\s*\"([a-z-]+)\"");
        Set<String> codes = new TreeSet<>();
        for (String feature : List.of("sync", "catalog"))
            for (Sources.Source source : Sources.ofDomain(feature)) {
                if (!source.name().matches(".*(Check|Trees|Values|Recipes|Shape|Members|LeftOut)")) continue;
                code.matcher(source.text()).results().forEach(m -> codes.add(m.group(1)));
                later.matcher(source.text()).results().forEach(m -> codes.add(m.group(1)));
            }
        return codes;
    }
}
