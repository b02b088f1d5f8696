package de.hypersoft.esolutions.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What must stand before Arquillian starts the server, once per run: the server's folders, the mail server, and the
 * PostgreSQL server if this run is on PostgreSQL. Unit-like tests of this module (no {@code it.home}) need none of it.
 */
public final class TestRun implements LauncherSessionListener {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("it.home") == null) return;
        tellArquillian();
        Folders.remake(home());
        Folders.copyServer(home().resolve("server"));
        MailServer.start();
        if (onPostgres()) postgres = startPostgres();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (System.getProperty("it.home") == null) return;
        Browser.closeAll();
        MailServer.stop();
        try {
            if (postgres != null) postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything this run writes lies here, below {@code target}. */
    static Path home() {
        return Path.of(System.getProperty("it.home"));
    }

    static int offset() {
        return Integer.getInteger("it.offset");
    }

    static int smtpPort() {
        return 3025 + offset();
    }

    static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("it.database"));
    }

    /** WildFly reads {@code ${env.X}} from a property of that name first; MicroProfile Config reads the plain name. */
    private static void tellArquillian() {
        String url = "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/postgres";
        System.setProperty("it.management", String.valueOf(9990 + offset()));
        System.setProperty("it.public", "http://{host}:" + (8080 + offset()));
        System.setProperty("it.smtp", String.valueOf(smtpPort()));
        System.setProperty(
                "it.database.args",
                onPostgres()
                        ? "-Denv.DB_DRIVER=postgresql -DDB_DRIVER=postgresql -Denv.DB_USER=postgres"
                                + " -Denv.DB_PASSWORD=postgres -Denv.DB_URL=" + url
                        : "-DDB_DRIVER=h2");
    }

    private static int postgresPort() {
        return 5432 + offset();
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(postgresPort())
                    .setServerConfig("max_connections", "100")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}
