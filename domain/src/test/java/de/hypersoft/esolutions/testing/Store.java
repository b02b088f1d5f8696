package de.hypersoft.esolutions.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * The production persistence unit on one engine, migrated by the production migrations: what a use case meets inside
 * the server, without the server. One store per engine and JVM, shared by all tests; each test makes its own rows.
 *
 * <pre>{@code
 * @OnBothDatabases
 * class OrdersTest {
 *     private final Store store;
 *     private final Orders orders;
 *     OrdersTest(Store store) { this.store = store; this.orders = new Orders(store.entities()); }
 *
 *     @Test void an_order_is_found_by_its_number() {
 *         store.run(() -> orders.add(order));
 *         assertThat(store.in(() -> orders.byNumber(number))).contains(order);
 *     }
 * }
 * }</pre>
 */
public final class Store {

    private static final Map<Databases, Store> SHARED = new ConcurrentHashMap<>();

    private final Databases engine;
    private final DataSource database;
    private final EntityManagerFactory factory;
    private final Statements statements = new Statements();
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final EntityManager entities = currentEntities();

    private Store(Databases engine, DataSource database) {
        this.engine = engine;
        this.database = database;
        this.factory = Persistence.createEntityManagerFactory(
                "esolutions",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        database,
                        // Without the server's transactions the connection itself commits, so it is kept until then.
                        "hibernate.connection.handling_mode",
                        "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION",
                        "hibernate.session_factory.statement_inspector",
                        statements));
    }

    /** The shared store of this engine. */
    public static Store on(Databases engine) {
        return SHARED.computeIfAbsent(engine, Store::alone);
    }

    /** A store with a database of its own, for tests that count all rows or spoil the schema. */
    public static Store alone(Databases engine) {
        return new Store(engine, engine.fresh());
    }

    public Databases engine() {
        return engine;
    }

    public DataSource database() {
        return database;
    }

    /** An entity manager to hand to collections and use cases: always that of the calling thread's transaction. */
    public EntityManager entities() {
        return entities;
    }

    /** Runs the work in a new transaction of this thread; any exception rolls back and is thrown on. */
    public <T> T in(Supplier<T> work) {
        if (current.get() != null) throw new IllegalStateException("a transaction is running already");
        // Rolled back before it is closed: closing with a running transaction keeps the connection and its locks.
        EntityManager manager = factory.createEntityManager();
        try {
            current.set(manager);
            manager.getTransaction().begin();
            T result = work.get();
            manager.getTransaction().commit();
            return result;
        } finally {
            current.remove();
            if (manager.getTransaction().isActive()) manager.getTransaction().rollback();
            manager.close();
        }
    }

    public void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    /** Whether this thread is inside a transaction of this store. */
    public boolean running() {
        return current.get() != null;
    }

    /** How many SQL statements this work sends from this thread: tells a query per row from one query. */
    public long statementsIn(Runnable work) {
        return statementsOf(() -> run(work));
    }

    /** As {@link #statementsIn}, of work that begins its own transactions. */
    public long statementsOf(Runnable work) {
        long before = statements.sent();
        work.run();
        return statements.sent() - before;
    }

    @Override
    public String toString() {
        return engine.name();
    }

    private EntityManager currentEntities() {
        return (EntityManager) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager manager = current.get();
                    if (manager == null) throw new IllegalStateException("no transaction on this thread");
                    try {
                        return method.invoke(manager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static final class Statements implements StatementInspector {
        private final ThreadLocal<Long> sent = ThreadLocal.withInitial(() -> 0L);

        @Override
        public String inspect(String sql) {
            sent.set(sent.get() + 1);
            return sql;
        }

        long sent() {
            return sent.get();
        }
    }
}
