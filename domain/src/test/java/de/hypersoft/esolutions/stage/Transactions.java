package de.hypersoft.esolutions.stage;

import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/** Does what the server's interceptor does: reads {@code @Transactional} of method and class, rolls back on exceptions. */
public final class Transactions {

    private final Stage stage;
    private final Object target;

    private Transactions(Stage stage, Object target) {
        this.stage = stage;
        this.target = target;
    }

    @SuppressWarnings("unchecked")
    static <T> T around(Stage stage, T target) {
        try {
            Class<?> type = target.getClass();
            Class<?> proxy = new ByteBuddy()
                    .subclass(type)
                    .method(ElementMatchers.isPublic()
                            .and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                    .intercept(MethodDelegation.to(new Transactions(stage, target)))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded();
            Constructor<?> constructor = proxy.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (T) constructor.newInstance();
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
        if (type == null) return Stage.unchecked(work);
        return switch (type) {
            case REQUIRES_NEW -> stage.requiresNew(work);
            case MANDATORY -> {
                if (!stage.running()) throw new IllegalStateException("no transaction for " + method);
                yield Stage.unchecked(work);
            }
            default -> stage.required(work);
        };
    }

    private static @Nullable TxType type(Method method) {
        Transactional found = method.getAnnotation(Transactional.class);
        if (found == null) found = method.getDeclaringClass().getAnnotation(Transactional.class);
        return found == null ? null : found.value();
    }
}
