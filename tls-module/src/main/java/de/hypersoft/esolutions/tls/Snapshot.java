package de.hypersoft.esolutions.tls;

import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import de.hypersoft.esolutions.tls.keys.PrivateFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The directory on disk, so that after a restart each host has its certificate before the first connection, and before
 * there is a database. One AES-GCM record for each host under a key of this file alone, which is wrapped by the current
 * key-encryption key; each record is bound to its place, so none can be moved, dropped or added.
 */
final class Snapshot {

    private static final byte[] MAGIC = {'E', 'S', 'T', 'L', 'S', '1', '\r', '\n'};
    private static final int LONGEST_RECORD = 1 << 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private volatile String kekId = "";

    Snapshot(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The key-encryption key of what was last read or written; empty before. */
    String kekId() {
        return kekId;
    }

    /** @throws IOException when anything about it is not as it was written */
    int read(KeyEncryptionKeys keys, BiConsumer<String, List<ServerCertificate>> to) throws IOException {
        List<byte[]> records = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) throw new IOException("not a snapshot");
            String kekId = in.readUTF();
            if (!keys.ids().contains(kekId)) throw new IOException("written under a key that is gone: " + kekId);
            SecretKey kek = keys.key(kekId);
            byte[] iv = in.readNBytes(12);
            SecretKey own =
                    new SecretKeySpec(gcm(Cipher.DECRYPT_MODE, kek, iv, bytes(kekId), in.readNBytes(48)), "AES");
            int count = in.readInt();
            for (int i = 0; i < count; i++) records.add(record(in));
            if (in.read() >= 0) throw new IOException("goes on after its end");
            List<Host> hosts = IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> Host.of(open(own, i, count, records.get(i))))
                    .toList();
            hosts.forEach(host -> to.accept(host.name(), host.certificates()));
            this.kekId = kekId;
            return count;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("not as it was written: " + e, e);
        }
    }

    void write(KeyEncryptionKeys keys, Map<String, List<ServerCertificate>> contents) throws IOException {
        byte[] own = random(32);
        byte[] iv = random(12);
        String kekId = keys.current();
        PrivateFile.write(file, "rw-------", raw -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(raw));
            out.write(MAGIC);
            out.writeUTF(kekId);
            out.write(iv);
            out.write(sealed(keys.key(kekId), iv, bytes(kekId), own));
            out.writeInt(contents.size());
            int index = 0;
            for (Map.Entry<String, List<ServerCertificate>> host : contents.entrySet()) {
                byte[] record = sealed(
                        new SecretKeySpec(own, "AES"),
                        counter(index),
                        place(index++, contents.size()),
                        new Host(host.getKey(), host.getValue()).bytes());
                out.writeInt(record.length);
                out.write(record);
            }
            out.flush();
        });
        this.kekId = kekId;
    }

    private static byte[] record(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 16 || length > LONGEST_RECORD) throw new IOException("a record of " + length + " bytes");
        byte[] record = in.readNBytes(length);
        if (record.length < length) throw new IOException("ends too early");
        return record;
    }

    private static byte[] open(SecretKey key, int index, int count, byte[] record) {
        try {
            return gcm(Cipher.DECRYPT_MODE, key, counter(index), place(index, count), record);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("record " + index + " was changed", e);
        }
    }

    private static byte[] sealed(SecretKey key, byte[] iv, byte[] bound, byte[] content) throws IOException {
        try {
            return gcm(Cipher.ENCRYPT_MODE, key, iv, bound, content);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt", e);
        }
    }

    private static byte[] gcm(int mode, SecretKey key, byte[] iv, byte[] bound, byte[] content)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, iv));
        cipher.updateAAD(MAGIC);
        cipher.updateAAD(bound);
        return cipher.doFinal(content);
    }

    private static byte[] counter(int index) {
        return ByteBuffer.allocate(12).putInt(8, index).array(); // the key is used for this file only
    }

    private static byte[] place(int index, int count) {
        return ByteBuffer.allocate(8).putInt(index).putInt(count).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private record Host(String name, List<ServerCertificate> certificates) {

        static Host of(byte[] content) {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
                String name = in.readUTF();
                List<ServerCertificate> certificates = new ArrayList<>();
                for (int i = in.readInt(); i > 0; i--) certificates.add(certificate(in));
                return new Host(name, certificates);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalArgumentException("a record that cannot be read", e);
            }
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(content);
            out.writeUTF(name);
            out.writeInt(certificates.size());
            for (ServerCertificate certificate : certificates) {
                out.writeUTF(certificate.keyType());
                sized(out, certificate.key().getEncoded());
                out.writeInt(certificate.chain().size());
                for (X509Certificate link : certificate.chain()) sized(out, der(link));
            }
            return content.toByteArray();
        }

        private static ServerCertificate certificate(DataInputStream in) throws IOException, GeneralSecurityException {
            PrivateKey key = KeyFactory.getInstance(in.readUTF()).generatePrivate(new PKCS8EncodedKeySpec(sized(in)));
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--)
                chain.add((X509Certificate) x509.generateCertificate(new ByteArrayInputStream(sized(in))));
            return new ServerCertificate(key, chain);
        }

        private static byte[] der(X509Certificate certificate) throws IOException {
            try {
                return certificate.getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IOException("a certificate that was read cannot be written again", e);
            }
        }

        private static void sized(DataOutputStream out, byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private static byte[] sized(DataInputStream in) throws IOException {
            return in.readNBytes(in.readInt());
        }
    }
}
