package de.hypersoft.esolutions.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** The shop at the root of its host. What is not in {@link ShopRoute} is not reachable. */
@ApplicationPath("/")
public class ShopApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(ShopRoute.resources());
        classes.addAll(ShopRoute.PROVIDERS);
        return classes;
    }
}
