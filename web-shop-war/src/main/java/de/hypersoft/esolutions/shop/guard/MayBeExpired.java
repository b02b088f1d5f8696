package de.hypersoft.esolutions.shop.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This form is handed over even when its token is no longer good, so that nothing typed is lost; ask {@code genuine()}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MayBeExpired {}
