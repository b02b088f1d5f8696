package de.hypersoft.esolutions.portal.days;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.web.page.Texts;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Hosting staff read why a menu was not published, in their language. */
class PublishErrorWordsTest {

    private static final Texts GERMAN = PageModel.TEXTS.german();

    @Test
    void what_the_database_refused_is_said_with_its_state() {
        assertThat(of(GERMAN, new IllegalStateException(new SQLException("a guest's data", "40001"))))
                .isEqualTo("Die Datenbank hat es nicht angenommen (SQL-Zustand 40001).");
    }

    @Test
    void a_fault_of_ours_is_said_with_its_place() {
        assertThat(of(PageModel.TEXTS.english(), new IllegalStateException("a guest's data")))
                .startsWith("There was a fault on the server (java.lang.IllegalStateException at ")
                .doesNotContain("guest");
    }

    @Test
    void a_refusal_is_said_by_its_sentence_or_at_least_by_its_code() {
        assertThat(of(GERMAN, new NotFound("unknown-location", "?"))).isEqualTo("Diesen Standort gibt es nicht.");
        assertThat(of(GERMAN, new NotFound("made-up", "?"))).isEqualTo("Es wurde abgelehnt (made-up).");
        assertThat(of(GERMAN, new NotFound("invalid-postcode", "?")))
                .isEqualTo("Es wurde abgelehnt (invalid-postcode).");
    }

    private static String of(Texts texts, Exception failure) {
        return PublishErrorWords.of(texts, LoggableCause.of(failure));
    }
}
