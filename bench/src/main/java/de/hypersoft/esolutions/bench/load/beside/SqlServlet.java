package de.hypersoft.esolutions.bench.load.beside;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * SQL on the product's database, for what a measurement needs between its windows: an embedded database is open to its
 * server alone. A POST holds statements, each ended by a line of {@code ;;}; one transaction. The answer has the rows of
 * the queries among them, a line each, columns apart by tabs.
 */
@WebServlet("/sql")
public final class SqlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = ShopDatabase.POOL)
    private transient DataSource pool;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder rows = new StringBuilder();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : text.split(";;\n"))
                if (!sql.isBlank() && statement.execute(sql)) write(statement.getResultSet(), rows);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            response.setStatus(500);
            rows = new StringBuilder(String.valueOf(e));
        }
        response.setContentType("application/octet-stream");
        response.getOutputStream().write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(ResultSet found, StringBuilder rows) throws SQLException {
        int columns = found.getMetaData().getColumnCount();
        while (found.next())
            for (int i = 1; i <= columns; i++) rows.append(found.getString(i)).append(i < columns ? '\t' : '\n');
    }
}
