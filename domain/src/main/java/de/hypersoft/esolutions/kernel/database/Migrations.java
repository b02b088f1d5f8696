package de.hypersoft.esolutions.kernel.database;

import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Brings the schema up to date before Hibernate validates it; a server with a wrong schema does not start. */
public class Migrations implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        migrate(factory.getServiceRegistry()
                .requireService(ConnectionProvider.class)
                .unwrap(DataSource.class));
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing was opened
    }

    /**
     * One history in a schema of its own; versions are unique over all features. What SQL cannot do, a feature offers as
     * a {@link JavaMigration} among the services of this jar.
     */
    public static void migrate(DataSource dataSource) {
        ClassLoader ours = Migrations.class.getClassLoader();
        JavaMigration[] inJava = ServiceLoader.load(JavaMigration.class, ours).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(JavaMigration[]::new);
        Flyway.configure(ours)
                .dataSource(dataSource)
                .locations("classpath:db")
                .javaMigrations(inJava)
                .defaultSchema("migration")
                .createSchemas(true)
                .load()
                .migrate();
    }
}
