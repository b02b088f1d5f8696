package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Invalid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a document read from a file has every member that its records need. */
final class Members {

    /** May be left out or null. By name, because the server does not carry the annotations that say so in the source. */
    static final Set<String> OPTIONAL =
            Set.of("secondContact", "orderType", "freeFrom", "leadMinutes", "mail", "password");

    private Members() {}

    /** @throws Invalid naming the first missing member, such as {@code locations[1].timeZone} */
    static void requireAll(Object document, String path) {
        if (document instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) require(list.get(i), path + "[" + i + "]");
            return;
        }
        if (!(document instanceof Record)) return;
        for (RecordComponent member : document.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? member.getName() : path + "." + member.getName();
            Object value = value(document, member);
            if (value != null || !OPTIONAL.contains(member.getName())) require(value, name);
        }
    }

    private static void require(@Nullable Object value, String path) {
        if (value == null) throw new Invalid("missing-member", path + " is missing", path);
        requireAll(value, path);
    }

    private static @Nullable Object value(Object document, RecordComponent member) {
        try {
            return member.getAccessor().invoke(document);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(member + " cannot be read", e);
        }
    }
}
