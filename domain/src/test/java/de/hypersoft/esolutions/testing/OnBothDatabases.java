package de.hypersoft.esolutions.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs each test of the class on H2 and on PostgreSQL; the constructor is handed the {@link Store}. With the system property
 * {@code databases=h2} on H2 alone: mutation tests start a JVM for each class, and PostgreSQL in it would cost more than the tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(OnBothDatabases.Stores.class)
public @interface OnBothDatabases {

    final class Stores implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            Stream<Databases> engines = System.getProperty("databases", "").equals("h2")
                    ? Stream.of(Databases.H2)
                    : Arrays.stream(Databases.values());
            return engines.map(Store::on).map(Arguments::of);
        }
    }
}
