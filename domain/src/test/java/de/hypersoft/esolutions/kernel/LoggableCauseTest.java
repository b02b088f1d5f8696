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
    void a_fault_that_causes_itself_ends_too() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertThat(LoggableCause.silent(one).toString()).isEqualTo("java.lang.Exception");
        assertThat(LoggableCause.of(one)).startsWith("java.lang.Exception at ");
    }
}
