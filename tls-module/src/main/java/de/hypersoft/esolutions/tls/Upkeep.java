package de.hypersoft.esolutions.tls;

import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import de.hypersoft.esolutions.tls.keys.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a server does for its directory beside the handshakes: reads the snapshot and the default certificate at the
 * start, writes the snapshot within seconds of a change, takes a renewed default certificate when its file changes.
 */
final class Upkeep {

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

    private final CertificateDirectory directory;
    private final TlsSettings settings;
    private final Snapshot snapshot;
    private long seen;
    private long saved;
    private long notBefore = System.nanoTime();
    private @Nullable String readFallback;
    private String saidAboutSaving = "";

    Upkeep(CertificateDirectory directory, TlsSettings settings, Path data) {
        this.directory = directory;
        this.settings = settings;
        this.snapshot = new Snapshot(data.resolve("certificates.snapshot"));
    }

    /** The directory as this server left it; kept up as long as the process lives. */
    static CertificateDirectory started() {
        CertificateDirectory directory = new CertificateDirectory();
        TlsSettings settings = TlsSettings.ofServer();
        Path data = settings.data();
        if (data == null) return directory;
        Upkeep upkeep = new Upkeep(directory, settings, data);
        upkeep.begin();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "esolutions-tls");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(upkeep::turn, 1, 1, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(upkeep::end, "esolutions-tls-end"));
        return directory;
    }

    void begin() {
        long begun = System.nanoTime();
        takeFallback();
        if (!snapshot.exists()) return;
        try {
            int hosts = snapshot.read(KeyEncryptionKeys.of(settings), directory::restore);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            LOG.log(System.Logger.Level.INFO, "certificates of {0} hosts read in {1} ms", hosts, millis);
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the snapshot of the certificates cannot be used, own domains are refused until the database"
                            + " has been read: {0}",
                    e.toString());
        }
    }

    /** Once a second. Never throws, or it would be the last time. */
    synchronized void turn() {
        try {
            directory.forgetRetired();
            takeFallback();
            long now = directory.version();
            boolean quiet = now == seen;
            seen = now;
            if (((now != saved && quiet) || underAnOldKey()) && System.nanoTime() - notBefore >= 0) save(now);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the certificates are not kept up", e);
        }
    }

    /** Whoever has added a key wants to throw the one before away. */
    private boolean underAnOldKey() {
        String under = snapshot.kekId();
        try {
            return !under.isEmpty()
                    && !under.equals(KeyEncryptionKeys.of(settings).current());
        } catch (IOException e) {
            return false; // the application's readiness tells of it; here the next change will
        }
    }

    /** At the end of the process: a change of the last second must not be lost. */
    synchronized void end() {
        if (directory.version() != saved) save(directory.version());
    }

    private void save(long version) {
        long begun = System.nanoTime();
        try {
            Map<String, List<ServerCertificate>> contents = directory.contents();
            if (!contents.isEmpty() || snapshot.exists()) snapshot.write(KeyEncryptionKeys.of(settings), contents);
            saved = version;
            saidAboutSaving = "";
        } catch (IOException | RuntimeException e) {
            String why = e.toString();
            if (!why.equals(saidAboutSaving)) // tried each second: once is enough
            LOG.log(System.Logger.Level.WARNING, "the snapshot of the certificates was not written: {0}", why);
            saidAboutSaving = why;
        }
        long took = System.nanoTime() - begun;
        notBefore = System.nanoTime() + Math.max(TimeUnit.SECONDS.toNanos(1), 10 * took); // a tenth of the time at most
    }

    private void takeFallback() {
        Path file = settings.certificate();
        if (file == null && readFallback != null) return;
        String state = file == null ? "self-made" : stateOf(file) + stateOf(settings.privateKey());
        if (state.equals(readFallback)) return;
        readFallback = state;
        try {
            directory.fallback(file == null ? selfMade() : configured(file), file == null);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "no default certificate: {0}", e.toString());
        }
    }

    private ServerCertificate configured(Path file) throws IOException {
        ServerCertificate certificate = DefaultCertificate.read(file, settings.privateKey(), settings.password());
        LOG.log(
                System.Logger.Level.INFO,
                "default certificate for {0}, until {1}",
                ServedNames.of(certificate.leaf()).all(),
                certificate.leaf().getNotAfter().toInstant());
        return certificate;
    }

    private ServerCertificate selfMade() throws IOException {
        Path folder = settings.data();
        if (folder == null) throw new IOException("there is no data folder");
        return SelfMade.in(folder.resolve("keys"), Instant.now());
    }

    private static String stateOf(@Nullable Path file) {
        try {
            return file == null ? "" : Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
