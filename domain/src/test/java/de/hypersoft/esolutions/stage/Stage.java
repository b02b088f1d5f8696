package de.hypersoft.esolutions.stage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TransactionRequiredException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.jspecify.annotations.Nullable;

/** One database with the product's schema, and the transactions a server would begin. */
public final class Stage {

    private static final Map<Engine, Stage> OPEN = new EnumMap<>(Engine.class);

    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final EntityManager entities = (EntityManager) Proxy.newProxyInstance(
            Stage.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                EntityManager open = current.get();
                if (open == null) throw new TransactionRequiredException(method.getName());
                try {
                    return method.invoke(open, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private Stage(Engine engine) {
        DataSource database = engine.open();
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put(AvailableSettings.JAKARTA_JTA_DATASOURCE, database);
        settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
        this.factory = Persistence.createEntityManagerFactory("esolutions", settings);
    }

    public static synchronized Stage of(Engine engine) {
        return OPEN.computeIfAbsent(engine, Stage::new);
    }

    /** What use cases are given: always the running transaction's. */
    public EntityManager entities() {
        return entities;
    }

    /** The use case behind the transactions its annotations ask for. */
    public <T> T transactional(T useCase) {
        return Transactions.around(this, useCase);
    }

    public <T> T in(Supplier<T> work) {
        return required(work::get);
    }

    public void in(Runnable work) {
        required(() -> {
            work.run();
            return true;
        });
    }

    public long count(String table) {
        return in(() -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    public void clear(String... tables) {
        in(() -> List.of(tables).forEach(table -> entities.createNativeQuery("delete from " + table)
                .executeUpdate()));
    }

    public void sql(String statement) {
        in(() -> {
            entities.createNativeQuery(statement).executeUpdate();
        });
    }

    boolean running() {
        return current.get() != null;
    }

    <T> T required(Callable<T> work) {
        return running() ? unchecked(work) : requiresNew(work);
    }

    <T> T requiresNew(Callable<T> work) {
        EntityManager outer = current.get();
        EntityManager own = factory.createEntityManager();
        current.set(own);
        try {
            own.getTransaction().begin();
            T result = unchecked(work);
            own.flush();
            own.getTransaction().commit();
            return result;
        } finally {
            if (own.getTransaction().isActive()) own.getTransaction().rollback();
            own.close();
            current.set(outer);
        }
    }

    static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
