package de.hypersoft.esolutions.bench.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void on_the_wire_executes_are_statements_and_syncs_are_trips() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(ByteBuffer.allocate(8).putInt(8).putInt(80877103).array());
        sent.writeBytes(
                ByteBuffer.allocate(16).putInt(16).putInt(196608).putLong(0).array());
        message(sent, 'P', "b\0BEGIN\0\0\0");
        message(sent, 'P', "s1\0select  1\0\0\0");
        for (int i = 0; i < 2; i++) {
            message(sent, 'B', "\0b\0\0\0\0\0\0\0");
            message(sent, 'E', "\0\0\0\0\0");
            message(sent, 'B', "\0s1\0\0\0\0\0\0\0");
            message(sent, 'E', "\0\0\0\0\0");
            message(sent, 'S', "");
        }
        message(sent, 'Q', "\0");
        message(sent, 'Q', "COMMIT\0");

        for (int step : new int[] {1, 7, 10_000}) {
            Asked asked = new Asked();
            PgMessages messages = new PgMessages(asked);
            byte[] all = sent.toByteArray();
            for (int at = 0; at < all.length; at += step) {
                byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + step));
                messages.sent(part, part.length);
            }
            Asked.Counts counts = asked.counts();
            assertThat(counts.trips()).isEqualTo(4);
            assertThat(counts.work()).isEqualTo(2);
            assertThat(counts.commits()).isEqualTo(1);
            assertThat(counts.validations()).isEqualTo(1);
            assertThat(counts.statements()).isEqualTo(Map.of("BEGIN", 2L, "select 1", 2L, "", 1L, "COMMIT", 1L));
        }
    }

    @Test
    void only_what_came_since_counts() {
        Asked asked = new Asked();
        asked.statement("a");
        Asked.Counts before = asked.counts();
        asked.statement("a");
        asked.statement("b");
        asked.trip();

        assertThat(asked.counts().since(before)).isEqualTo(new Asked.Counts(1, Map.of("a", 1L, "b", 1L)));
    }

    @Test
    void a_trace_of_h2_tells_each_statement() {
        Asked.Counts counts = H2Trace.of(List.of(
                "2026-01-01 00:00:00 database: opened",
                "/*SQL l:20 #:1*/select a from b where c = ? {1: 'x'};",
                "/*SQL l:20 #:1 t:3*/select a from b where c = ? {1: 'y'};",
                "/*SQL */COMMIT;"));

        assertThat(counts.work()).isEqualTo(2);
        assertThat(counts.commits()).isEqualTo(1);
        assertThat(counts.trips()).isZero();
    }

    private static void message(ByteArrayOutputStream sent, char kind, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        sent.write(kind);
        sent.writeBytes(ByteBuffer.allocate(4).putInt(4 + bytes.length).array());
        sent.writeBytes(bytes);
    }
}
