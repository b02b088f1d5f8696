package de.hypersoft.esolutions.bench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running Java program keeps on its heap. */
public final class Heap {

    private static final Pattern USED = Pattern.compile("(?:generation|heap)\\s.*?used (\\d+)K");

    private Heap() {}

    /** After a full collection. */
    public static long usedKilobytes(long pid, Path folder) throws IOException, InterruptedException {
        jcmd(pid, folder, "GC.run");
        String told = jcmd(pid, folder, "GC.heap_info");
        Matcher used = USED.matcher(told);
        long sum = 0;
        while (used.find()) sum += Long.parseLong(used.group(1));
        if (sum == 0) throw new IOException("no heap in: " + told);
        return sum;
    }

    private static String jcmd(long pid, Path folder, String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "jcmd", ".out");
        String jcmd =
                Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString();
        if (!Program.run(List.of(jcmd, Long.toString(pid), command), out, 60))
            throw new IOException("jcmd " + command + ": " + Files.readString(out));
        return Files.readString(out);
    }
}
