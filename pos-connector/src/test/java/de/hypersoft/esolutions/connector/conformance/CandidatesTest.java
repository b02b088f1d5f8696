package de.hypersoft.esolutions.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run starts, kills and puts back what it tries. */
class CandidatesTest {

    private final Surroundings where =
            new Surroundings(URI.create("http://127.0.0.1:1"), "012345", URI.create("http://127.0.0.1:2"));

    @Test
    void a_command_is_told_where_everything_is_and_quotes_keep_blanks_together(@TempDir Path work) throws Exception {
        List<String> command = StartedCandidate.words("sh -c 'echo {portal} \"{pin}\" {core} > {dir}/heard; cat'");

        StartedCandidate candidate = new StartedCandidate(List.of(), command, work, where);

        assertThat(command).hasSize(3);
        candidate.start();
        Path heard = work.resolve("till/heard");
        await(heard);
        candidate.kill();
        assertThat(heard).hasContent("http://127.0.0.1:1 012345 http://127.0.0.1:2\n");
        assertThat(candidate.keepsFolder()).isTrue();
    }

    @Test
    void it_is_paired_once_and_what_it_says_is_kept(@TempDir Path work) throws Exception {
        StartedCandidate candidate = new StartedCandidate(
                StartedCandidate.words("echo paired with {pin}"), StartedCandidate.words("echo runs"), work, where);

        candidate.start();
        candidate.kill();
        candidate.start();
        candidate.kill();

        assertThat(Files.readString(work.resolve("candidate.log"))).containsOnlyOnce("paired with 012345");
        assertThat(candidate.keepsFolder()).isFalse();
    }

    @Test
    void its_folder_is_put_back_whole(@TempDir Path work) throws Exception {
        StartedCandidate candidate = new StartedCandidate(List.of(), List.of("cat", "{dir}"), work, where);
        Path data = work.resolve("till");
        Files.createDirectory(data.resolve("books"));
        Files.writeString(data.resolve("books/1"), "before");
        candidate.backUp();
        Files.writeString(data.resolve("books/1"), "after");
        Files.writeString(data.resolve("later"), "x");

        candidate.restore();

        assertThat(data.resolve("books/1")).hasContent("before");
        assertThat(data.resolve("later")).doesNotExist();
    }

    @Test
    void a_person_is_asked_for_each_step_in_words() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        CandidateByHand candidate = new CandidateByHand(
                where,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader("\n\n\n\n\n")));

        candidate.start();
        candidate.kill();
        candidate.backUp();
        candidate.restore();
        candidate.start();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("portal:    http://127.0.0.1:1", "PIN:       012345", "till core: http://127.0.0.1:2")
                .containsSubsequence(
                        "Pair your till",
                        "Kill your till",
                        "Make a copy",
                        "Put back the copy",
                        "Start your till again");
        assertThatThrownBy(candidate::kill).hasMessageContaining("nobody is there");
        candidate.end();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .endsWith("The run is over; your till may be stopped." + System.lineSeparator());
    }

    /** The program writes as soon as it runs. */
    private static void await(Path file) throws IOException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < until) {
            if (Files.exists(file) && Files.size(file) > 0) return;
            Thread.onSpinWait();
        }
        throw new AssertionError("never written: " + file);
    }
}
