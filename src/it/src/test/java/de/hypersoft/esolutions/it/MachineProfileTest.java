package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java a server is started with: by processors, memory and what a person says. */
class MachineProfileTest {

    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir
    private Path machine;

    @BeforeEach
    void an_ordinary_one() throws IOException {
        has(2, 4_000);
        write("proc/self/cgroup", "0::/\n");
    }

    @Test
    void a_machine_of_two_processors_and_memory_enough_is_busy_with_half_of_the_memory() throws Exception {
        assertThat(options("")).containsExactly("-Xmx2000m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");
    }

    @ParameterizedTest
    @CsvSource({"1, 4000", "2, 1535"})
    void with_one_processor_or_little_memory_it_is_small(int processors, int megabytes) throws Exception {
        has(processors, megabytes);

        assertThat(options("")).isEqualTo(SMALL);
        assertThat(options("auto")).isEqualTo(SMALL);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1536, 768m, Serial",
        "3, 64000, 2048m, Serial",
        "4, 4095, 2047m, Serial",
        "4, 4096, 2048m, G1",
        "16, 64000, 4096m, G1"
    })
    void the_heap_fits_and_is_bounded_and_large_ones_are_collected_meanwhile(
            int processors, int megabytes, String heap, String collector) throws Exception {
        has(processors, megabytes);

        assertThat(options(""))
                .containsExactly("-Xmx" + heap, "-XX:+Use" + collector + "GC", "-XX:TieredStopAtLevel=4");
    }

    @Test
    void what_a_person_says_counts_on_any_machine() throws Exception {
        assertThat(options("small")).isEqualTo(SMALL);
        has(1, 700);

        assertThat(options("busy")).containsExactly("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Busy", "large", "small busy"})
    void another_word_is_refused_with_those_that_there_are(String word) throws Exception {
        assertThat(said(word, 2)).containsExactly("Error: ESOLUTIONS_PROFILE is small, busy or auto, not " + word);
    }

    @Test
    void a_container_has_what_its_limits_leave_and_not_the_host() throws Exception {
        has(16, 64_000);
        limited("sys/fs/cgroup", 3000, 1_000, 400, "max 100000");
        assertThat(said("", 0).get(0)).startsWith("profile busy (auto): 16 processors and 2400 MB");
        assertThat(options("")).startsWith("-Xmx1200m");

        limited("sys/fs/cgroup", 3000, 1_000, 400, "150000 100000");
        assertThat(options("")).as("one processor and a half").isEqualTo(SMALL);

        limited("sys/fs/cgroup", 2000, 1_000, 400, "800000 100000");
        assertThat(options("")).as("1,400 MB").isEqualTo(SMALL);
    }

    @Test
    void the_limit_of_a_service_counts_and_that_of_all_around_it() throws Exception {
        has(16, 64_000);
        write("proc/self/cgroup", "0::/shops.slice/esolutions.service\n");
        limited("sys/fs/cgroup/shops.slice/esolutions.service", 8000, 0, 0, "400000 100000");
        limited("sys/fs/cgroup/shops.slice", 9000, 7_000, 0, "max 100000");

        assertThat(said("", 0).get(0)).startsWith("profile busy (auto): 4 processors and 2000 MB");
    }

    @Test
    void limits_of_the_older_kind_count_too() throws Exception {
        has(8, 64_000);
        write("proc/self/cgroup", "4:memory:/docker/1\n3:cpuset:/docker/1\n1:cpu,cpuacct:/docker/1\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "" + (9_000L << 20) + "\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "" + (11_300L << 20) + "\n");
        write("sys/fs/cgroup/memory/memory.stat", "cache 1\ntotal_inactive_file " + (4_100L << 20) + "\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertThat(said("", 0).get(0)).startsWith("profile busy (auto): 8 processors and 1800 MB");

        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "100000\n");
        assertThat(options("")).isEqualTo(SMALL);
    }

    private List<String> options(String word) throws Exception {
        List<String> lines = said(word, 0);
        return lines.subList(1, lines.size());
    }

    /** @param word of {@code ESOLUTIONS_PROFILE}; none if empty */
    private List<String> said(String word, int code) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        "bash",
                        Folders.root()
                                .resolve("ear/src/main/server/bin/profile.sh")
                                .toString(),
                        machine.toString())
                .redirectErrorStream(true);
        command.environment().remove("ESOLUTIONS_PROFILE");
        if (!word.isEmpty()) command.environment().put("ESOLUTIONS_PROFILE", word);
        command.environment().merge("PATH", machine.resolve("bin").toString(), (path, first) -> first + ":" + path);
        Process process = command.start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(lines.toString()).isEqualTo(code);
        return lines;
    }

    private void has(int processors, int megabytes) throws IOException {
        write("proc/meminfo", "MemTotal: 99999999 kB\nMemFree: 1 kB\nMemAvailable: " + megabytes * 1024L + " kB\n");
        Files.setPosixFilePermissions(
                write("bin/nproc", "#!/bin/sh\necho " + processors + "\n"),
                PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void limited(String group, long megabytes, int used, int cached, String cpu) throws IOException {
        write(group + "/memory.max", (megabytes << 20) + "\n");
        write(group + "/memory.current", ((long) used << 20) + "\n");
        write(group + "/memory.stat", "anon 1\ninactive_file " + ((long) cached << 20) + "\n");
        write(group + "/cpu.max", cpu + "\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
