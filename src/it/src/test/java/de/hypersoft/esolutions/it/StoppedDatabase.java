package de.hypersoft.esolutions.it;

import de.hypersoft.esolutions.testing.DatabaseDump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The embedded database of a server that stands still, read by the driver that ships, from a copy: opening it would change it. */
record StoppedDatabase(DataSource source) {

    static StoppedDatabase of(Server server, String copy) {
        Path folder = server.data().resolveSibling("copies").resolve(copy);
        Folders.remake(folder);
        try {
            Files.copy(server.data().resolve("shop.mv.db"), folder.resolve("shop.mv.db"));
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {driver().toUri().toURL()}, DataSource.class.getClassLoader());
            DataSource source = (DataSource) loader.loadClass("org.h2.jdbcx.JdbcDataSource")
                    .getDeclaredConstructor()
                    .newInstance();
            source.getClass()
                    .getMethod("setURL", String.class)
                    .invoke(source, "jdbc:h2:file:" + folder.resolve("shop"));
            source.getClass().getMethod("setUser", String.class).invoke(source, "sa");
            source.getClass().getMethod("setPassword", String.class).invoke(source, "sa");
            return new StoppedDatabase(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the shipped driver is another one by now", e);
        }
    }

    private static Path driver() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("server.home"), "modules"))) {
            return files.filter(file -> file.getFileName().toString().matches("h2-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no driver of H2 ships"));
        }
    }

    /** Every column of every table. */
    String dump() {
        try {
            return DatabaseDump.of(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each row's columns as text, with a bar between them. */
    List<String> rows(String query) {
        try (Connection connection = source.getConnection();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) row.add(found.getString(i));
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
