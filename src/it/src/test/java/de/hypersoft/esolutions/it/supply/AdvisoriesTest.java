package de.hypersoft.esolutions.it.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.it.supply.Advisories.Shipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of advisories finds, on rows planted for it. */
class AdvisoriesTest {

    private static final Set<Shipped> SHIPPED =
            Set.of(new Shipped("io.oven:oven-core", "2.3.23.Final"), new Shipped("io.oven:oven-http", "2.3.23.Final"));

    @Test
    void a_shipped_version_that_is_affected_is_found_with_its_cure() {
        assertThat(list("io.oven:oven-core; [2.0,2.3.25); CVE-1; burns; 2.3.25.Final; open;")
                        .against(SHIPPED))
                .containsExactly("io.oven:oven-core:2.3.23.Final: CVE-1, burns; fixed in 2.3.25.Final");
    }

    @Test
    void one_that_was_accepted_with_a_reason_is_not() {
        assertThat(list("io.oven:oven-core; [2.0,2.3.25); CVE-1; burns; ?; accepted; we have no flame")
                        .against(SHIPPED))
                .isEmpty();
        assertThatThrownBy(() -> list("io.oven:oven-core; [2.0,2.3.25); CVE-1; burns; ?; accepted;"))
                .hasMessageContaining("without a reason");
    }

    @Test
    void where_nobody_says_which_versions_are_affected_ours_is() {
        assertThat(list("io.oven:oven-core; ?; CVE-1; burns; ?; open;").against(SHIPPED))
                .hasSize(1);
    }

    @Test
    void a_star_stands_for_all_libraries_that_begin_so() {
        assertThat(list("io.oven:oven-*; (,3); CVE-1; burns; 3; open;").against(SHIPPED))
                .hasSize(2);
        assertThat(list("io.oven:oven; (,3); CVE-1; burns; 3; open;").against(SHIPPED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2.0,2.3.25)             | 2.3.23.Final | true",
                "[2.0,2.3.25)             | 2.3.25.Final | false",
                "[2.0,2.3.25]             | 2.3.25.Final | true",
                "[2.0,2.3.25)             | 2.3.9.Final  | true",
                "[2.0,2.2.39),[2.3,2.3.21)| 2.2.40.Final | false",
                "[2.0,2.2.39),[2.3,2.3.21)| 2.3.20.Final | true",
                "(,1.84)                  | 1.87         | false",
                "(,1.84)                  | 1.9          | true",
                "[2.4.0,)                 | 2.4.0.Alpha1 | false",
                "[2.4.0.Alpha1,)          | 2.4.0.Alpha1 | true",
                "[1.4.198,2.2.220)        | 2.2.224      | false",
                "(,3.1)                   | 3.0.1-jbossorg-1 | true",
                "[5.0,5.1)                | 5.0.SP3      | true",
            })
    void versions_are_compared_as_their_makers_count_them(String affected, String version, boolean hit) {
        Advisory advisory = Advisory.of("io.oven:oven-core;" + affected + ";CVE-1;burns;?;open;");

        assertThat(advisory.affects("io.oven:oven-core", version)).isEqualTo(hit);
    }

    @Test
    void an_acceptance_that_nothing_needs_any_more_is_found() {
        Advisories list = list("io.oven:oven-core; [1.0,2.0); CVE-1; burns; 2.0; accepted; we have no flame");

        assertThat(list.acceptedInVain(SHIPPED)).containsExactly("CVE-1 of io.oven:oven-core");
    }

    @Test
    void a_library_that_no_row_names_is_found() {
        assertThat(list("io.oven:oven-core; ; -; ; ; none found;").unnamed(SHIPPED))
                .containsExactly(new Shipped("io.oven:oven-http", "2.3.23.Final"));
    }

    @Test
    void a_row_that_is_none_is_refused() {
        assertThatThrownBy(() -> list("io.oven:oven-core; CVE-1")).hasMessageContaining("seven fields");
        assertThatThrownBy(() -> list("io.oven:oven-core; [2.0; CVE-1; burns; ?; open;"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list("io.oven:oven-core; ?; CVE-1; burns; ?; forgotten;"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Advisories.read(List.of("io.oven:oven-core; ?; CVE-1; burns; ?; open;")))
                .hasMessageContaining("first line");
    }

    @Test
    void the_list_says_how_old_it_is() {
        assertThat(list().daysOld(LocalDate.parse("2026-12-09"))).isEqualTo(10);
    }

    @Test
    void a_bill_of_materials_names_the_works_of_others(@TempDir Path folder) throws Exception {
        Path bom = Files.writeString(folder.resolve("bom.json"), """
                {"components": [
                  {"group": "io.oven", "name": "oven-core", "version": "2.3.23.Final"},
                  {"group": "de.hypersoft.esolutions", "name": "domain", "version": "1.0"}]}
                """);

        assertThat(Advisories.shipped(bom)).containsExactly(new Shipped("io.oven:oven-core", "2.3.23.Final"));
    }

    private static Advisories list(String... rows) {
        List<String> lines = new java.util.ArrayList<>(List.of("# As of 2026-11-29"));
        lines.addAll(List.of(rows));
        return Advisories.read(lines);
    }
}
