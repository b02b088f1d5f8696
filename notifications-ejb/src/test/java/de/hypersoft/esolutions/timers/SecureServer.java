package de.hypersoft.esolutions.timers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server as providers run it: it wants TLS first and then a password, and notes what came over which line. */
final class SecureServer implements AutoCloseable {

    /** How the line becomes secret. */
    enum Line {
        STARTTLS,
        TLS,
        /** A server, or somebody in between, that does not offer it. */
        PLAIN
    }

    private static final String USER = "linde";
    private static final String PASSWORD = "ein Geheimnis";

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Line line;
    private final SSLContext tls;

    SecureServer(Line line, SSLContext tls) throws IOException {
        this.line = line;
        this.tls = tls;
        Thread thread = new Thread(this::serve, "secure-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Each command with the line it came over: {@code tls AUTH PLAIN}, {@code plain EHLO here}. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                if (line == Line.TLS) {
                    try (Socket secret = secret(client)) {
                        talk(new Talk(secret, true), "220 here");
                    }
                } else {
                    talk(new Talk(client, false), "220 here");
                }
            } catch (IOException goneOrRefused) {
                heard.add("hung up");
            }
        }
    }

    private void talk(Talk first, String greeting) throws IOException {
        Talk talk = first;
        talk.say(greeting);
        for (String said = talk.hear(); said != null; said = talk.hear()) {
            String command = said.toUpperCase(Locale.ROOT);
            heard.add((talk.secret() ? "tls " : "plain ") + (command.startsWith("AUTH") ? "AUTH" : said));
            if (command.equals("STARTTLS")) {
                talk.say("220 go ahead");
                talk = new Talk(secret(talk.socket()), true);
            } else if (command.startsWith("DATA")) {
                data(talk);
            } else {
                talk.say(answer(talk, said, command));
            }
        }
    }

    private String answer(Talk talk, String said, String command) {
        if (command.startsWith("EHLO")) {
            boolean offer = line == Line.STARTTLS && !talk.secret();
            return "250-here\r\n" + (offer ? "250-STARTTLS\r\n" : "") + (talk.secret() ? "250-AUTH PLAIN\r\n" : "")
                    + "250 8BITMIME";
        }
        if (command.startsWith("AUTH")) return right(said) ? "235 welcome" : "535 5.7.8 wrong name or password";
        return command.startsWith("QUIT") ? "221 bye" : "250 fine";
    }

    private static boolean right(String said) {
        String secret = said.substring(said.lastIndexOf(' ') + 1);
        String plain = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
        return plain.endsWith("\0" + USER + "\0" + PASSWORD);
    }

    private void data(Talk talk) throws IOException {
        talk.say("354 go on");
        for (String said = talk.hear(); said != null && !said.equals("."); said = talk.hear()) {
            if (said.startsWith("Subject:")) heard.add((talk.secret() ? "tls " : "plain ") + said);
        }
        talk.say("250 taken");
    }

    private Socket secret(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "client", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private record Talk(Socket socket, BufferedReader in, OutputStream out, boolean secret) {
        private Talk(Socket socket, boolean secret) throws IOException {
            this(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    socket.getOutputStream(),
                    secret);
        }

        private void say(String words) throws IOException {
            out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private String hear() throws IOException {
            return in.readLine();
        }
    }
}
