package de.hypersoft.esolutions.hostnames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on loopback that knows what it was told, and answers ANY as today's do: with a HINFO (RFC 8482). */
public final class TestNameServer implements AutoCloseable {

    private static final Map<Integer, String> KINDS =
            Map.of(1, "A", 5, "CNAME", 13, "HINFO", 16, "TXT", 28, "AAAA", 255, "ANY");
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private volatile int failure;

    public TestNameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param record such as {@code A 192.0.2.10} or {@code CNAME shops.example} */
    public TestNameServer knows(String name, String... record) {
        records.put(name, List.of(record));
        return this;
    }

    /** @param code of RFC 1035: 2 the server fails, 5 it refuses */
    public TestNameServer failing(int code) {
        failure = code;
        return this;
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (SocketException closed) {
            return; // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        StringBuilder asked = new StringBuilder();
        int at = 12;
        while (question[at] != 0) {
            if (asked.length() > 0) asked.append('.');
            asked.append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        String kind = KINDS.getOrDefault(question[at + 1] << 8 | (question[at + 2] & 0xff), "?");
        String name = asked.toString().toLowerCase(Locale.ROOT);
        List<byte[]> found = new ArrayList<>();
        if (failure == 0) find(name, kind, found);
        int code = failure != 0 ? failure : records.containsKey(name) ? 0 : NO_SUCH_NAME;

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(question, 0, 2);
        out.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | code), 0, 1, 0, (byte) found.size(), 0, 0, 0, 0});
        out.write(question, 12, at + 5 - 12);
        found.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** With the chain of aliases behind it, as a resolver answers. */
    private void find(String name, String kind, List<byte[]> found) throws IOException {
        if (kind.equals("ANY")) {
            found.add(record(name, 13, new byte[] {7, 'R', 'F', 'C', '8', '4', '8', '2', 0}));
            return;
        }
        for (String record : records.getOrDefault(name, List.of())) {
            String[] parts = record.split(" ");
            if (parts[0].equals(kind)) found.add(record(name, typeOf(kind), data(parts)));
            else if (parts[0].equals("CNAME")) {
                found.add(record(name, 5, data(parts)));
                find(parts[1], kind, found);
            }
        }
    }

    private static int typeOf(String kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static byte[] data(String[] record) throws IOException {
        if (record[0].equals("TXT")) return text(record[1]);
        return record[0].equals("CNAME")
                ? encoded(record[1])
                : InetAddress.getByName(record[1]).getAddress();
    }

    private static byte[] text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        byte[] counted = new byte[bytes.length + 1];
        counted[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, counted, 1, bytes.length);
        return counted;
    }

    private static byte[] record(String name, int type, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(encoded(name));
        out.writeBytes(new byte[] {0, (byte) type, 0, 1, 0, 0, 0, 60, 0, (byte) data.length});
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static byte[] encoded(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
        return out.toByteArray();
    }
}
