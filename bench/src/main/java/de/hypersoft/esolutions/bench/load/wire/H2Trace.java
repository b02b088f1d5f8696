package de.hypersoft.esolutions.bench.load.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What H2 was asked, by its own trace of statements (level 2); it has no wire, so there are no round trips. */
public final class H2Trace {

    private static final Pattern STATEMENT = Pattern.compile("^/\\*SQL[^*]*\\*/(.*?);?(\\s*\\{.*)?$");

    private H2Trace() {}

    /** @param file shop.trace.db, which need not be there */
    public static Asked.Counts read(Path file) throws IOException {
        return Files.exists(file) ? of(Files.readAllLines(file)) : new Asked().counts();
    }

    static Asked.Counts of(List<String> lines) {
        Asked asked = new Asked();
        for (String line : lines) {
            Matcher statement = STATEMENT.matcher(line);
            if (statement.matches()) asked.statement(statement.group(1));
        }
        return asked.counts();
    }
}
