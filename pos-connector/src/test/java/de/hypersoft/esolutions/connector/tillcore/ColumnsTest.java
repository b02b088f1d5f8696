package de.hypersoft.esolutions.connector.tillcore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void a_long_name_goes_on_below_its_own_words_and_nothing_is_cut_off() {
        assertThat(Columns.wrap("  2 x Hausgemachte Maultaschen in kräftiger Rinderbrühe mit Röstzwiebeln", 42))
                .isEqualTo("  2 x Hausgemachte Maultaschen in\n" + "      kräftiger Rinderbrühe mit\n"
                        + "      Röstzwiebeln");
    }

    @Test
    void an_option_a_note_and_a_quantity_keep_their_place() {
        assertThat(Columns.wrap("      + 2 x extra viel Käse von der Alm", 28))
                .isEqualTo("      + 2 x extra viel Käse\n" + "            von der Alm");
        assertThat(Columns.wrap("      ! bitte ohne Zwiebeln und gut durch", 28))
                .isEqualTo("      ! bitte ohne Zwiebeln\n" + "        und gut durch");
        assertThat(Columns.wrap("Hinweis: bitte zweimal klingeln", 22))
                .isEqualTo("Hinweis: bitte zweimal\n" + "  klingeln");
    }

    @Test
    void a_word_that_is_longer_than_the_paper_is_broken_where_the_paper_ends() {
        String wrapped = Columns.wrap("      + " + "W".repeat(100), 42);

        assertThat(wrapped.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(42));
        assertThat(wrapped.replaceAll("[^W]", "")).hasSize(100);
    }

    @Test
    void letters_that_take_two_columns_count_as_two_and_accents_of_their_own_as_none() {
        assertThat(Columns.width("四川担担面")).isEqualTo(10);
        assertThat(Columns.width("🍕")).isEqualTo(2);
        assertThat(Columns.width("Ka\u0308se")).isEqualTo(4);
        assertThat(Columns.wrap("  1 x 四川担担面四川担担面四川担担面四川担担面", 42).lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(42));
    }

    @Test
    void what_fits_stays_as_it_is() {
        String ticket = "=".repeat(42) + "\n  1 x Pizza\n\nGast: Gerda\n";

        assertThat(Columns.wrap(ticket, 42)).isEqualTo(ticket);
    }
}
