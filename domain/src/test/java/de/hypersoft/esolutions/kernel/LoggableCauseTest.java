package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LoggableCauseTest {

    @Test
    void T65_a_fault_in_the_log_says_what_broke_and_where_and_nothing_of_the_guest_in_its_messages() {
        SQLException database = new SQLException("Key (recipient)=(anna@example.org) already exists");
        RuntimeException fault = new IllegalStateException("cannot store anna@example.org", database);
        StringWriter log = new StringWriter();

        LoggableCause.silent(fault).printStackTrace(new PrintWriter(log, true));

        assertThat(log.toString())
                .contains(
                        "java.lang.IllegalStateException",
                        "Caused by: java.sql.SQLException",
                        "LoggableCauseTest.java:")
                .doesNotContain("anna", "recipient");
    }

    @Test
    void the_innermost_cause_is_told_in_words_that_hold_nothing_of_a_guest() {
        Exception refused = new IllegalStateException("anna", new Conflict("sold-out", "anna ate it"));
        Exception database = new IllegalStateException(new SQLException("anna exists", "23505"));
        Exception broken = new IllegalStateException(new IllegalArgumentException("anna"));
        Exception nowhere = new IllegalArgumentException("anna");
        nowhere.setStackTrace(new StackTraceElement[0]);

        assertThat(LoggableCause.of(refused)).isEqualTo("sold-out");
        assertThat(LoggableCause.of(database)).isEqualTo("java.sql.SQLException in SQL state 23505");
        assertThat(LoggableCause.of(broken))
                .startsWith("java.lang.IllegalArgumentException at de.hypersoft")
                .contains("LoggableCauseTest.java:")
                .doesNotContain("anna");
        assertThat(LoggableCause.of(nowhere)).isEqualTo("java.lang.IllegalArgumentException");
    }

    @Test
    void a_silent_fault_keeps_the_place_where_it_broke_and_a_refusal_its_code() {
        Exception broken = new IllegalStateException("anna");
        StackTraceElement kitchen = new StackTraceElement("Kitchen", "cook", "Kitchen.java", 7);
        broken.setStackTrace(new StackTraceElement[] {kitchen});

        assertThat(LoggableCause.silent(broken).getStackTrace()).containsExactly(kitchen);
        assertThat(LoggableCause.silent(new Conflict("sold-out", "anna ate it")))
                .hasToString("de.hypersoft.esolutions.kernel.Conflict sold-out");
    }

    @Test
    void a_fault_that_causes_itself_ends_too() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertThat(LoggableCause.silent(one).toString()).isEqualTo("java.lang.Exception");
        assertThat(LoggableCause.of(one)).startsWith("java.lang.Exception at ");
    }
}
