package de.hypersoft.esolutions.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.as.server.CurrentServiceContainer;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StartException;
import org.jboss.msc.service.StopContext;

/**
 * The meters that the server shows. What it injects into an application is a view of them which takes names and nothing
 * else: a meter with a description or a unit is kept in the view, and nobody ever sees it (WildFly 39, {@code
 * ApplicationRegistry}).
 */
public final class ServerMeters {

    private static final ServiceName OURS = ServiceName.of("esolutions", "meters");
    private static final ServiceName THEIRS = ServiceName.parse("org.wildfly.extension.micrometer.service");
    private static final CompletableFuture<MeterRegistry> REGISTRY = new CompletableFuture<>();
    private static final int PATIENCE = 30;

    private ServerMeters() {}

    /** @throws IllegalStateException when the server has none, or keeps them in another way */
    public static MeterRegistry registry() {
        ask();
        try {
            return REGISTRY.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException("this server has no meters", e);
        }
    }

    private static synchronized void ask() {
        if (REGISTRY.isDone() || CurrentServiceContainer.getServiceContainer().getService(OURS) != null) return;
        ServiceBuilder<?> builder =
                CurrentServiceContainer.getServiceContainer().addService();
        builder.provides(OURS);
        builder.setInstance(new Found(builder.requires(THEIRS)));
        builder.install();
    }

    private record Found(Supplier<Object> service) implements Service {

        @Override
        public void start(StartContext context) throws StartException {
            try {
                REGISTRY.complete((MeterRegistry) service.get()
                        .getClass()
                        .getMethod("getMicrometerRegistry")
                        .invoke(service.get()));
            } catch (ReflectiveOperationException | ClassCastException otherServer) {
                REGISTRY.completeExceptionally(otherServer);
                throw new StartException("the meters of this server are kept another way", otherServer);
            }
        }

        @Override
        public void stop(StopContext context) {}
    }
}
