package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real ACME server on loopback (Debian's package pebble) that rejects one nonce in five, wants accounts to be arranged
 * beforehand, and looks hosts up in a name system of its own.
 */
final class Pebble implements AutoCloseable {

    static final String KEY_ID = "kid-esolutions";
    /** 32 bytes, base64url. */
    static final String HMAC = "c2VjcmV0LW9mLWFuLWFycmFuZ2VkLWFjY291bnQtMTI";

    private static final Duration LIFE = Duration.ofDays(200);

    private final Path folder;
    private final int offset;
    private final Running names;
    private final Running authority;

    private Pebble(Path folder, int offset, Running names, Running authority) {
        this.folder = folder;
        this.offset = offset;
        this.names = names;
        this.authority = authority;
    }

    /**
     * @param http where it looks for challenges by HTTP
     * @param tls where it looks for challenges by TLS
     */
    static Pebble started(Path folder, int offset, int http, int tls) {
        TestPki pki = new TestPki(folder).leaf("pebble", "localhost", 30);
        write(folder.resolve("chain.pem"), read(pki.file("pebble.pem")) + read(pki.file("middle.pem")));
        write(folder.resolve("config.json"), """
                {"pebble": {
                  "listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                  "certificate": "%s", "privateKey": "%s", "httpPort": %d, "tlsPort": %d,
                  "ocspResponderURL": "", "certificateValidityPeriod": %d, "retryAfter": {"authz": 1, "order": 1},
                  "externalAccountBindingRequired": true, "externalAccountMACKeys": {"%s": "%s"}
                }}
                """.formatted(
                        14000 + offset,
                        15000 + offset,
                        folder.resolve("chain.pem"),
                        pki.file("pebble.key"),
                        http,
                        tls,
                        LIFE.toSeconds(),
                        KEY_ID,
                        HMAC));
        String dns = "127.0.0.1:" + (8053 + offset);
        Running names = Running.start(
                List.of(
                        "pebble-challtestsrv",
                        "-defaultIPv4",
                        "127.0.0.1",
                        "-defaultIPv6",
                        "",
                        "-dns01",
                        dns,
                        "-http01",
                        "",
                        "-https01",
                        "",
                        "-tlsalpn01",
                        "",
                        "-management",
                        "127.0.0.1:" + (8055 + offset)),
                Map.of(),
                folder.resolve("names.log"));
        Running authority = Running.start(
                List.of(
                        "pebble",
                        "-strict",
                        "-config",
                        folder.resolve("config.json").toString(),
                        "-dnsserver",
                        dns),
                Map.of("PEBBLE_VA_NOSLEEP", "1", "PEBBLE_WFE_NONCEREJECT", "20", "PEBBLE_AUTHZREUSE", "0"),
                folder.resolve("pebble.log"));
        authority.awaitLine(Duration.ofSeconds(20), "ACME directory available");
        return new Pebble(folder, offset, names, authority);
    }

    /** The settings that make a server its customer. */
    Map<String, String> settings() {
        return Map.of(
                "ACME_DIRECTORY",
                "https://localhost:" + (14000 + offset) + "/dir",
                "ACME_CONTACT",
                "hosting@example.org",
                "ACME_TERMS_AGREED",
                "true",
                "ACME_ROOTS",
                folder.resolve("root.pem").toString(),
                "ACME_EAB_KEY_ID",
                KEY_ID,
                "ACME_EAB_HMAC",
                HMAC,
                "DNS_SERVER",
                "127.0.0.1:" + (8053 + offset),
                "DNS_ADDRESSES",
                "127.0.0.1");
    }

    /** From now on, and no longer at this machine. */
    void points(String host, String address) {
        manage("/add-a", "{\"host\":\"" + host + ".\",\"addresses\":[\"" + address + "\"]}");
    }

    /** At this machine again. */
    void pointsHere(String host) {
        manage("/clear-a", "{\"host\":\"" + host + ".\"}");
    }

    String log() {
        return authority.log();
    }

    @Override
    public void close() {
        authority.close();
        names.close();
    }

    private void manage(String path, String json) {
        int status = Http.on("http://127.0.0.1:" + (8055 + offset))
                .postJson(path, json)
                .statusCode();
        if (status != 200) throw new AssertionError(path + " " + json + ": " + status);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
