package de.hypersoft.esolutions.shop.kept;

import de.hypersoft.esolutions.kernel.LruCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The answers of this node that are the same for everybody, by all that they show. Nothing in here is ever made untrue: what
 * shows something else has another key, and what nobody asks for any more goes when the room is needed. All of them
 * together take a sixteenth of the heap at most.
 */
@ApplicationScoped
public class KeptAnswers {

    private static final int SHARE_OF_HEAP = 16;

    /** One that takes more than this part of all the room. */
    private static final int LARGE = 8;

    private final long most;
    private final LruCache<Object, KeptAnswer> kept;
    private final Map<Object, Object> rendering = new ConcurrentHashMap<>();

    public KeptAnswers() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param most bytes of all answers together, plain and compressed */
    KeptAnswers(long most) {
        this.most = most;
        this.kept = new LruCache<>(most, KeptAnswer::size);
    }

    /**
     * Renders what is not kept, once however many wait for it. What is so large that it would leave little room for others
     * is rendered for each.
     *
     * @param key all that decides what the answer shows: equal keys, equal answers
     * @param render in UTF-8
     */
    public KeptAnswer of(Object key, Supplier<byte[]> render) {
        KeptAnswer known = kept.get(key);
        return known == null ? rendered(key, render) : known;
    }

    private KeptAnswer rendered(Object key, Supplier<byte[]> render) {
        synchronized (rendering.computeIfAbsent(key, k -> new Object())) {
            try {
                KeptAnswer meanwhile = kept.get(key);
                if (meanwhile != null) return meanwhile;
                byte[] plain = render.get();
                if (plain.length > most / LARGE) return KeptAnswer.plain(plain);
                KeptAnswer fresh = KeptAnswer.packed(plain);
                kept.put(key, fresh);
                return fresh;
            } finally {
                rendering.remove(key);
            }
        }
    }
}
