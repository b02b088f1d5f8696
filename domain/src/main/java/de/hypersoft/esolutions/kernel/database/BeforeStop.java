package de.hypersoft.esolutions.kernel.database;

/**
 * What is done at the moment the server is told to stop, while everything still works. A bean's {@code PreDestroy} is too
 * late for requests that wait: by then the server has begun to take away what their answers need.
 */
public final class BeforeStop implements AutoCloseable {

    private final Thread hook;

    private BeforeStop(Thread hook) {
        this.hook = hook;
    }

    /** @param name of the thread that will do it */
    public static BeforeStop run(String name, Runnable work) {
        Thread hook = new Thread(work, name);
        hook.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        Runtime.getRuntime().addShutdownHook(hook);
        return new BeforeStop(hook);
    }

    /** The application ends by itself, and the server lives on. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            return;
        }
    }
}
