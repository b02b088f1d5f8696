package de.hypersoft.esolutions.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The shop at the root of its host. What is not in {@link ShopRoute} is not reachable. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Storefront",
                        version = "1",
                        description =
                                "Menus and orders of the shop under this host. Errors are RFC 9457 problems with a stable code."))
public class ShopApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(ShopRoute.resources());
        classes.addAll(ShopRoute.PROVIDERS);
        return classes;
    }
}
