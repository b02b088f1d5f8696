package de.hypersoft.esolutions.stage;

import de.hypersoft.esolutions.testing.Store;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import org.objenesis.Objenesis;
import org.objenesis.ObjenesisStd;

/** Use cases behind the transactions their annotations ask for: does what the server's interceptor does: reads {@code @Transactional} of method and class, rolls back on exceptions. */
public final class Transactions {

    /** Proxies are made without a constructor, as Weld makes them. */
    private static final Objenesis MAKER = new ObjenesisStd();

    private final Store store;
    private final Object target;

    private Transactions(Store store, Object target) {
        this.store = store;
        this.target = target;
    }

    @SuppressWarnings("unchecked")
    public static <T> T around(Store store, T target) {
        try {
            Class<?> type = target.getClass();
            Class<?> proxy = new ByteBuddy()
                    .subclass(type, ConstructorStrategy.Default.NO_CONSTRUCTORS)
                    .method(ElementMatchers.not(ElementMatchers.isPrivate())
                            .and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                    .intercept(MethodDelegation.to(new Transactions(store, target)))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded();
            return (T) MAKER.newInstance(proxy);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @RuntimeType
    public @Nullable Object call(@Origin Method method, @AllArguments Object[] arguments) {
        Callable<@Nullable Object> work = () -> {
            try {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) throw cause;
                throw e;
            }
        };
        TxType type = type(method);
        if (type == null) return unchecked(work);
        return switch (type) {
            case REQUIRES_NEW -> store.in(() -> unchecked(work));
            case MANDATORY -> {
                if (!store.running()) throw new IllegalStateException("no transaction for " + method);
                yield unchecked(work);
            }
            default -> store.running() ? unchecked(work) : store.in(() -> unchecked(work));
        };
    }

    private static @Nullable Object unchecked(Callable<@Nullable Object> work) {
        try {
            return work.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable TxType type(Method method) {
        Transactional found = method.getAnnotation(Transactional.class);
        if (found == null) found = method.getDeclaringClass().getAnnotation(Transactional.class);
        return found == null ? null : found.value();
    }
}
