package de.hypersoft.esolutions.web.body;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    private static final String TOKEN = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n";
    private static final String FILE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: image/png\r\n\r\n";

    private final int[] taken = {0};

    @Test
    void parts_come_in_the_order_of_the_form() throws IOException {
        MultipartBody body = body(TOKEN + FILE + "one\r\ntwo\r\n--x--\r\n");

        assertThat(text(requireNonNull(body.next()))).isEqualTo("csrf=abc");
        assertThat(text(requireNonNull(body.next()))).isEqualTo("file=one\r\ntwo");
        assertThat(body.next()).isNull();
    }

    @Test
    void several_files_may_have_one_name_and_each_says_what_it_is_called() throws IOException {
        String second = FILE.replace("filename=\"a\"", "filename=\"Schlüssel.key\"");
        MultipartBody body = new MultipartBody(
                new ByteArrayInputStream(
                        (FILE + "one\r\n" + second + "two\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8)),
                "x",
                100,
                100);

        assertThat(requireNonNull(body.next()).fileName()).isEqualTo("a");
        assertThat(requireNonNull(body.next()).fileName()).isEqualTo("Schlüssel.key");
    }

    @Test
    void a_stranger_who_sends_twenty_megabytes_is_judged_by_the_first_part_and_the_rest_stays_unread()
            throws IOException {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream((TOKEN + FILE).getBytes(StandardCharsets.ISO_8859_1)), zeros(20 << 20));

        MultipartBody.Part first = new MultipartBody(counted(endless), "x", 200, 100_000).next();

        assertThat(text(requireNonNull(first))).isEqualTo("csrf=abc");
        assertThat(taken[0]).isLessThanOrEqualTo(MultipartBody.STEP * 2);
    }

    @Test
    void what_a_first_part_may_have_does_not_cut_the_file_that_comes_with_it() throws IOException {
        MultipartBody body = body(TOKEN + FILE + "y".repeat(4_500) + "\r\n--x--\r\n");

        body.next();
        assertThat(requireNonNull(body.next()).content()).hasSize(4_500);
    }

    @Test
    void of_a_part_that_is_too_large_one_byte_more_than_allowed_is_kept_and_nothing_more_read() throws IOException {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(FILE.getBytes(StandardCharsets.ISO_8859_1)), zeros(20 << 20));
        MultipartBody body = new MultipartBody(counted(endless), "x", 100_000, 100_000);

        assertThat(requireNonNull(body.next()).content()).hasSize(100_001);
        assertThat(body.next()).isNull();
        assertThat(taken[0]).isLessThan(120_000);
    }

    @Test
    void headers_of_a_part_that_never_end_are_given_up() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("--x\r\nContent-Disposition: ".getBytes(StandardCharsets.ISO_8859_1)),
                zeros(20 << 20));

        assertThatThrownBy(() -> new MultipartBody(counted(endless), "x", 100, 100).next())
                .isInstanceOf(MultipartBody.Malformed.class);
        assertThat(taken[0]).isLessThan(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no form",
                "--x",
                "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nab",
                "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n",
                "--x\r\nX: y\r\n\r\nabc\r\n--x--\r\n"
            })
    void what_is_no_whole_form_is_refused(String sent) {
        assertThatThrownBy(() -> body(sent).next()).isInstanceOf(MultipartBody.Malformed.class);
    }

    @Test
    void a_thousand_parts_are_refused() {
        MultipartBody body = body(TOKEN.repeat(1_000) + "--x--\r\n");

        assertThatThrownBy(() -> {
                    while (body.next() != null) continue;
                })
                .isInstanceOf(MultipartBody.Malformed.class);
    }

    private MultipartBody body(String sent) {
        return new MultipartBody(new ByteArrayInputStream(sent.getBytes(StandardCharsets.ISO_8859_1)), "x", 100, 5_000);
    }

    private static String text(MultipartBody.Part part) {
        return part.name() + "=" + new String(part.content(), StandardCharsets.ISO_8859_1);
    }

    private static InputStream zeros(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    private InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                taken[0] += Math.max(read, 0);
                return read;
            }
        };
    }
}
