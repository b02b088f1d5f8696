package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExceptionChainTest {

    private final Exception commit = new Exception("could not commit");

    @Test
    void a_failure_comes_with_its_causes_and_with_what_stands_beside_them() {
        Exception cause = new Exception("cause");
        Exception beside = new Exception("beside");
        commit.initCause(cause);
        cause.addSuppressed(beside);
        beside.addSuppressed(commit);

        assertThat(ExceptionChain.of(commit)).containsExactly(commit, cause, beside);
    }

    @Test
    void of_a_failure_of_many_parts_fifty_are_enough() {
        Exception deep = new Exception("root");
        for (int i = 1; i < 60; i++) deep = new Exception("level " + i, deep);
        for (int i = 0; i < 60; i++) commit.addSuppressed(new Exception("statement " + i));

        assertThat(ExceptionChain.of(deep)).hasSize(50);
        assertThat(ExceptionChain.of(commit)).hasSize(50).startsWith(commit);
    }
}
