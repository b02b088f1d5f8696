package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSL's client: another mind than the JDK's on the other end of the line. */
public final class OpenSsl {

    private final int port;

    private OpenSsl(int port) {
        this.port = port;
    }

    /** The shared system's HTTPS listener. */
    public static OpenSsl shared() {
        return on(8443 + TestRun.offset());
    }

    static OpenSsl on(int port) {
        return new OpenSsl(port);
    }

    /** Shakes hands, asks for a page of the host and waits for the answer's end. */
    public String asks(String host, String... options) {
        String request = "HEAD /static/shop.css HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        List<String> all = new ArrayList<>(List.of("-servername", host, "-ign_eof"));
        all.addAll(List.of(options));
        return client(request, all.toArray(String[]::new));
    }

    /** Shakes hands and says nothing. */
    public String shakes(String... options) {
        return client("", options);
    }

    /** @param input what is typed in */
    public String client(String input, String... options) {
        List<String> command = new ArrayList<>(List.of("s_client", "-connect", "127.0.0.1:" + port));
        command.addAll(List.of(options));
        return run(input, command.toArray(String[]::new));
    }

    /** Everything the command says on both channels. */
    public static String run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closedEarly) {
                // it has refused and ended; what it says is the answer
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) throw new AssertionError(command + " does not end: " + said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
