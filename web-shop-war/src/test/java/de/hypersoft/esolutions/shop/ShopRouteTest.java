package de.hypersoft.esolutions.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopRouteTest {

    @Test
    void every_resource_method_is_a_route_and_every_route_is_one() {
        Set<String> listed = Arrays.stream(ShopRoute.values())
                .map(r -> r.kind().method() + " " + r.template())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found()).isEqualTo(listed);
    }

    @Test
    void no_resource_stands_outside_the_list() throws IOException, URISyntaxException {
        assertThat(having(Path.class)).isEqualTo(ShopRoute.resources());
    }

    @Test
    void every_provider_of_the_shop_is_registered() throws IOException, URISyntaxException {
        assertThat(ShopRoute.PROVIDERS).containsAll(having(Provider.class));
    }

    private static Set<Class<?>> having(Class<? extends Annotation> annotation) throws IOException, URISyntaxException {
        var root = Paths.get(ShopApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("de/hypersoft/esolutions/shop"))) {
            return files.filter(f -> f.toString().endsWith(".class"))
                    .map(f -> type(root.relativize(f).toString()))
                    .filter(c -> c.isAnnotationPresent(annotation))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> found() {
        Set<String> found = new TreeSet<>();
        for (Class<?> resource : ShopRoute.resources())
            for (Method method : resource.getDeclaredMethods()) {
                String verb = method.isAnnotationPresent(GET.class)
                        ? "GET"
                        : method.isAnnotationPresent(POST.class) ? "POST" : "";
                Path path = method.getAnnotation(Path.class);
                if (!verb.isEmpty())
                    found.add(verb + " " + (path == null ? "/" : path.value().replaceAll(": [^}]*", "")));
            }
        return found;
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(
                    file.replace('/', '.').replaceFirst("\\.class$", ""),
                    false,
                    ShopApplication.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
