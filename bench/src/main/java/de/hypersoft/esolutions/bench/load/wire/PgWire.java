package de.hypersoft.esolutions.bench.load.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A line to PostgreSQL that counts what goes over it. It costs time, so nothing is measured through it. */
public final class PgWire implements AutoCloseable {

    private final Asked asked = new Asked();
    private final ServerSocket door;
    private final int database;

    /** @param database port of the PostgreSQL server on this machine */
    public PgWire(int database) throws IOException {
        this.database = database;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        begin("wire", this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public Asked asked() {
        return asked;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                PgMessages messages = new PgMessages(asked);
                begin("wire-to", () -> pump(client, server, messages));
                begin("wire-from", () -> pump(server, client, null));
            } catch (IOException closed) {
                // by whoever counts, or the database is away, which the client notices
            }
        }
    }

    private static void pump(Socket from, Socket to, @Nullable PgMessages messages) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (messages != null) messages.sent(buffer, read);
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // one end closed, so the other one is closed too
        }
    }

    private static void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
