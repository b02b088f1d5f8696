package de.hypersoft.esolutions.timers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** An SMTP server that takes every mail but answers each RCPT as it was told to. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;

    RefusingServer(String answer) throws IOException {
        this.answer = answer;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "refusing-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try {
            while (true)
                try (Socket client = socket.accept()) {
                    talk(client);
                }
        } catch (SocketException closed) {
            return; // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine())
            say(out, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 fine");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
