package de.hypersoft.esolutions.http;

import de.hypersoft.esolutions.http.error.ErrorServlet;
import de.hypersoft.esolutions.http.error.UncaughtErrors;
import io.undertow.server.OpenListener;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.ServletInfo;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.util.function.Supplier;
import org.jboss.as.server.CurrentServiceContainer;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceContainer;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StartException;
import org.jboss.msc.service.StopContext;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/**
 * Gives each of our web modules words for what it does not answer itself, and puts {@link Connections} before the
 * listeners of the server as soon as one is deployed: what comes before a request has no place in its configuration.
 */
public final class ServerListeners implements ServletExtension {

    private static final ServiceName OURS = ServiceName.of("esolutions", "connections");
    private static final ServiceName THEIRS = ServiceName.parse("org.wildfly.undertow.listener");

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment
                .addServlet(new ServletInfo("error", ErrorServlet.class)
                        .setAsyncSupported(true)
                        .addMapping(ErrorServlet.PATH))
                .addErrorPage(new ErrorPage(ErrorServlet.PATH));
        deployment.setExceptionHandler(new UncaughtErrors(deployment.getExceptionHandler()));
        ServiceContainer server = CurrentServiceContainer.getServiceContainer();
        synchronized (ServerListeners.class) {
            for (String listener : new String[] {"default", "https"})
                if (server.getService(OURS.append(listener)) == null) guard(server, listener);
        }
    }

    private static void guard(ServiceContainer server, String listener) {
        ServiceBuilder<?> builder = server.addService();
        builder.provides(OURS.append(listener));
        Supplier<Object> its = builder.requires(THEIRS.append(listener));
        builder.setInstance(new Guard(its));
        builder.install();
    }

    private record Guard(Supplier<Object> listener) implements Service {

        @Override
        public void start(StartContext context) throws StartException {
            try {
                putBefore(listener.get());
            } catch (ReflectiveOperationException otherServer) {
                throw new StartException("the listener of this server is built another way", otherServer);
            }
        }

        @Override
        public void stop(StopContext context) {}
    }

    /** The server hands out its listener, but not the socket that it listens at. */
    @SuppressWarnings("unchecked")
    private static void putBefore(Object listener) throws ReflectiveOperationException {
        OpenListener opened =
                (OpenListener) listener.getClass().getMethod("getOpenListener").invoke(listener);
        AcceptingChannel<StreamConnection> socket =
                (AcceptingChannel<StreamConnection>) socketOf(listener).get(listener);
        Connections connections = Admission.Shared.OF_SERVER.connections();
        ((ChannelListener.Setter<AcceptingChannel<StreamConnection>>) socket.getAcceptSetter())
                .set(connections.before(opened));
    }

    private static Field socketOf(Object listener) throws NoSuchFieldException {
        for (Class<?> of = listener.getClass(); of != null; of = of.getSuperclass()) {
            for (Field field : of.getDeclaredFields()) {
                if (!AcceptingChannel.class.isAssignableFrom(field.getType())) continue;
                field.setAccessible(true);
                return field;
            }
        }
        throw new NoSuchFieldException("no socket in " + listener.getClass());
    }
}
