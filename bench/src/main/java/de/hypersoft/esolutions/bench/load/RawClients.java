package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.beside.RawOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The limit of W3 on PostgreSQL: raw orders over JDBC out of the load client, in the same database as the product's. */
final class RawClients implements Operation {

    private final Premises premises;
    private final UUID like;

    /** @param like an order that was placed over HTTP */
    RawClients(Premises premises, UUID like) throws SQLException {
        this.premises = premises;
        this.like = like;
        try (Connection connection = premises.store().connect()) {
            RawOrder.lay(connection);
        }
    }

    @Override
    public String id() {
        return "W3-raw";
    }

    @Override
    public String what() {
        return "the order's rows in one transaction over JDBC, each client a connection from the client's processor";
    }

    @Override
    public Call call(int client) throws SQLException {
        Connection connection = premises.store().connect();
        RawOrder raw = new RawOrder(connection, like);
        return new Call() {
            @Override
            public void make() throws SQLException {
                raw.write();
            }

            @Override
            public void close() throws SQLException {
                raw.close();
                connection.close();
            }
        };
    }
}
