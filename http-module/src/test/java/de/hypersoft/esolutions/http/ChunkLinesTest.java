package de.hypersoft.esolutions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xnio.conduits.StreamSourceConduit;

class ChunkLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\r\n",
                "5\r\npizza\r\n0\r\n\r\n",
                "5 ;name=\"v\"\r\npizza\r\n0\r\n\r\n",
                "5;name=value\r\npizza\r\n00\r\nTrailer: one\r\nOther: two\r\n\r\n",
                "A\r\n\n\r\n\r\n\r\n\r\n\n\r\n0\r\n\r\n",
            })
    void what_is_written_as_the_standard_says_is_through_at_its_end_however_it_is_cut(String body) {
        for (int cut = 0; cut <= body.length(); cut++) {
            ChunkLines lines = begun();
            assertThat(lines.follows(bytes(body.substring(0, cut)))).as(body).isTrue();
            assertThat(lines.isThrough()).isEqualTo(cut == body.length());
            assertThat(lines.follows(bytes(body.substring(cut) + "GET / HTTP/1.1\n")))
                    .as(body)
                    .isTrue();
            assertThat(lines.isThrough()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\npizza\r\n0\r\n\r\n",
                "5\r\npizza\n0\r\n\r\n",
                "5;name=value\npizza\r\n0\r\n\r\n",
                "5;name\rvalue\r\npizza\r\n0\r\n\r\n",
                "5\r\npizza!\r\n0\r\n\r\n",
                "5\r\npizza\r\n0\n\r\n",
                "5\r\npizza\r\n0\r\n\n",
                "5\r\npizza\r\n0\r\nTrailer: one\n\r\n",
                "\r\n0\r\n\r\n",
                "0000000000000005\r\npizza\r\n0\r\n\r\n",
                "0x5\r\npizza\r\n0\r\n\r\n",
                "5x\r\npizza\r\n0\r\n\r\n",
                "5\0\r\npizza\r\n0\r\n\r\n",
                "5;na\0me\r\npizza\r\n0\r\n\r\n",
            })
    void what_ends_otherwise_is_seen_however_it_is_cut(String body) {
        for (int cut = 0; cut <= body.length(); cut++) {
            ChunkLines lines = begun();
            boolean first = lines.follows(bytes(body.substring(0, cut)));
            assertThat(first && lines.follows(bytes(body.substring(cut))))
                    .as(body)
                    .isFalse();
        }
    }

    private static ChunkLines begun() {
        ChunkLines lines = new ChunkLines((StreamSourceConduit) Proxy.newProxyInstance(
                ChunkLinesTest.class.getClassLoader(), new Class<?>[] {StreamSourceConduit.class}, (o, m, a) -> null));
        assertThat(lines.begin(null)).isTrue();
        return lines;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
