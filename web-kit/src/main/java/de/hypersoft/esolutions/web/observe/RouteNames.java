package de.hypersoft.esolutions.web.observe;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a request by the pattern of its address, as it stands at the method that answers it. Each web module has a filter of
 * this kind, because a server looks for providers in web modules only.
 */
public abstract class RouteNames implements ContainerRequestFilter {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern RULE = Pattern.compile("\\{\\s*([\\w.-]+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    private final Map<Method, String> names = new ConcurrentHashMap<>();
    private final String module;

    @Context
    private @Nullable ResourceInfo resource;

    /** @param module where the web module stands; empty at the root */
    protected RouteNames(String module) {
        this.module = module;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ResourceInfo asked = resource;
        Method method = asked == null ? null : asked.getResourceMethod();
        if (asked == null || method == null) return;
        RequestFacts.route(names.computeIfAbsent(method, its -> template(module, asked.getResourceClass(), its)));
    }

    /** Without the rules that its parts keep to, and without a slash at its end. */
    static String template(String module, Class<?> type, Method method) {
        String all = module + "/" + path(type.getAnnotation(Path.class)) + "/" + path(method.getAnnotation(Path.class));
        String plain = RULE.matcher(SLASHES.matcher(all).replaceAll("/")).replaceAll("{$1}");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : path.value();
    }
}
