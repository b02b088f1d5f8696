package de.hypersoft.esolutions.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A test class with servers of its own, which it starts and stops. It runs beside those that share the system. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(Lane.OWN_SERVERS)
@ExtendWith(Lane.Own.class)
@interface OwnServers {}
