package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.Options.Misunderstood;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The start of the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(start(List.of(arguments), out));
    }

    private static int start(List<String> arguments, PrintStream out) {
        try {
            return new Commands(Options.parse(arguments), out, Clock.systemUTC()).start();
        } catch (Misunderstood what) {
            out.println(what.getMessage());
            return 2;
        } catch (IOException failed) {
            out.println(failed.getMessage() == null ? failed.toString() : failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            return 1;
        }
    }
}
