package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer's certificate provider: root, intermediate and leaves by OpenSSL, packed as a person would pack them. */
final class TestPki {

    private final Path folder;

    TestPki(Path folder) {
        this(folder, new byte[0], new byte[0]);
    }

    /**
     * @param root of which Chromium knows, with its key; empty for one of its own
     */
    TestPki(Path folder, byte[] root, byte[] rootKey) {
        this.folder = folder;
        Folders.remake(folder);
        write("ca.ext", "basicConstraints=critical,CA:TRUE\n");
        if (root.length == 0) {
            key("root", "/CN=Test Root");
            openssl("x509 -req -in root.csr -key root.key -days 3000 -out root.pem -extfile ca.ext");
        } else {
            write("root.pem", new String(root, StandardCharsets.US_ASCII));
            write("root.key", new String(rootKey, StandardCharsets.US_ASCII));
        }
        key("middle", "/CN=Test Intermediate");
        openssl("x509 -req -in middle.csr -CA root.pem -CAkey root.key -CAcreateserial -days 1000 -out middle.pem"
                + " -extfile ca.ext");
    }

    /** @param name of the files; the certificate begins now */
    TestPki leaf(String name, String host, int days) {
        return leaf(name, days, host);
    }

    /** @param hosts all that it covers */
    TestPki leaf(String name, int days, String... hosts) {
        key(name, "/CN=" + hosts[0]);
        String names = Stream.of(hosts).map(host -> "DNS:" + host).collect(Collectors.joining(","));
        write(name + ".ext", "subjectAltName=" + names + "\nextendedKeyUsage=serverAuth\n");
        openssl("x509 -req -in " + name + ".csr -CA middle.pem -CAkey middle.key -CAcreateserial -days " + days
                + " -out " + name + ".pem -extfile " + name + ".ext");
        return this;
    }

    /**
     * What a provider hands out for a request that was made elsewhere: certificate and issuer, and no key.
     *
     * @param request PKCS #10 as PEM
     */
    Path signed(String name, String request, String... hosts) {
        write(name + ".csr", request);
        String names = Stream.of(hosts).map(host -> "DNS:" + host).collect(Collectors.joining(","));
        write(name + ".ext", "subjectAltName=" + names + "\nextendedKeyUsage=serverAuth\n");
        openssl("x509 -req -in " + name + ".csr -CA middle.pem -CAkey middle.key -CAcreateserial -days 90 -out " + name
                + ".pem -extfile " + name + ".ext");
        write(name + ".chain", text(name + ".pem") + text("middle.pem"));
        return folder.resolve(name + ".chain");
    }

    /** Below the root, for whatever the extensions say. */
    TestPki issuer(String name, String extensions) {
        key(name, "/CN=" + name);
        write(name + ".ext", "basicConstraints=critical,CA:TRUE\n" + extensions + "\n");
        openssl("x509 -req -in " + name + ".csr -CA root.pem -CAkey root.key -CAcreateserial -days 1000 -out " + name
                + ".pem -extfile " + name + ".ext");
        return this;
    }

    /** An RSA key for 90 days. */
    TestPki rsa(String name, String host, String issuer, String extensions) {
        return rsa(name, host, issuer, extensions, "");
    }

    /** @param options of OpenSSL where it signs */
    TestPki rsa(String name, String host, String issuer, String extensions, String options) {
        OpenSsl.run("", "genrsa", "-out", path(name + ".key"), "2048");
        OpenSsl.run(
                "", "req", "-new", "-key", path(name + ".key"), "-out", path(name + ".csr"), "-subj", "/CN=" + host);
        write(name + ".ext", "subjectAltName=DNS:" + host + "\nextendedKeyUsage=serverAuth\n" + extensions + "\n");
        openssl("x509 -req -in " + name + ".csr -CA " + issuer + ".pem -CAkey " + issuer
                + ".key -CAcreateserial -days 90 -out " + name + ".pem -extfile " + name + ".ext" + options);
        return this;
    }

    /** A further certificate of a key, from the intermediate, which hands it out with its own as P7B. */
    Path renewed(String name, String of) {
        openssl("x509 -req -in " + of + ".csr -CA middle.pem -CAkey middle.key -CAcreateserial -days 90 -out " + name
                + ".pem -extfile " + of + ".ext");
        Path list = folder.resolve(name + ".p7b");
        OpenSsl.run(
                "",
                "crl2pkcs7",
                "-nocrl",
                "-certfile",
                path(name + ".pem"),
                "-certfile",
                path("middle.pem"),
                "-out",
                list.toString());
        return list;
    }

    /** Certificate, issuer and unprotected key as one text. */
    Path pem(String name, String issuer) {
        write(name + ".all", text(name + ".pem") + text(issuer + ".pem") + text(name + ".key"));
        return folder.resolve(name + ".all");
    }

    /** @param options such as {@code -legacy}, for what old Windows machines write */
    Path pfx(String name, String password, String... options) {
        return pfxBy("middle", name, password, options);
    }

    Path pfxBy(String issuer, String name, String password, String... options) {
        String[] command = {
            "pkcs12",
            "-export",
            "-inkey",
            path(name + ".key"),
            "-in",
            path(name + ".pem"),
            "-certfile",
            path(issuer + ".pem"),
            "-out",
            path(name + ".pfx"),
            "-passout",
            "pass:" + password
        };
        String[] all = Arrays.copyOf(command, command.length + options.length);
        System.arraycopy(options, 0, all, command.length, options.length);
        String said = OpenSsl.run(password + "\n", all);
        Path made = folder.resolve(name + ".pfx");
        if (!Files.exists(made)) throw new AssertionError(said);
        return made;
    }

    /** Upper-case hexadecimal digits, as OpenSSL writes them. */
    String serial(String name) {
        return OpenSsl.run("", "x509", "-noout", "-serial", "-in", path(name + ".pem"))
                .strip()
                .replace("serial=", "");
    }

    byte[] privateKey(String name) {
        OpenSsl.run(
                "",
                "pkcs8",
                "-topk8",
                "-nocrypt",
                "-outform",
                "DER",
                "-in",
                path(name + ".key"),
                "-out",
                path(name + ".der"));
        try {
            return Files.readAllBytes(folder.resolve(name + ".der"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code first.pem} or {@code first.key}. */
    Path file(String name) {
        return folder.resolve(name);
    }

    private void key(String name, String subject) {
        OpenSsl.run(
                "",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                path(name + ".key"),
                "-out",
                path(name + ".csr"),
                "-subj",
                subject);
    }

    private void openssl(String words) {
        String[] arguments = words.split(" ");
        for (int i = 0; i < arguments.length; i++)
            if (arguments[i].matches("[\\w-]+\\.(pem|key|csr|ext)")) arguments[i] = path(arguments[i]);
        OpenSsl.run("", arguments);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
