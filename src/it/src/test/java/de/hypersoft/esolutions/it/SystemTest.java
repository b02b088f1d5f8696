package de.hypersoft.esolutions.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that meets the running system. Arquillian starts the server before the first such class and stops it
 * after the last; the server deploys the shipped EAR itself while it boots (see {@code arquillian.xml}), because a
 * deployment per class would cost ten seconds and more for each. Classes share that one system: each test makes its
 * own tenant, orders and mail addresses and asserts only about those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(Lane.SHARED_SYSTEM)
@ExtendWith({Lane.Shared.class, ArquillianExtension.class})
public @interface SystemTest {}
