package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node's file of key-encryption keys opens what is sealed in the database. The file of a new installation is
 * made here, and only while nothing is sealed: one that was lost has to come back from its backup. Until then nothing is
 * sealed either, or a part would lie under a key that the others do not know.
 */
@ApplicationScoped
@Transactional
public class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final EntityManager entities;
    private final KeyVault vault;
    private volatile State seen = State.WHOLE;

    @Inject
    public KeyFile(EntityManager entities, KeyVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    /**
     * @param trouble what is wrong with the file, for the operator; empty when nothing is
     * @param shut how many sealed keys cannot be opened because of it
     */
    public record State(String trouble, long shut) {
        public static final State WHOLE = new State("", 0);

        public boolean isWhole() {
            return trouble.isEmpty();
        }

        /** One sentence that says what is to be done. */
        public String sentence() {
            return isWhole()
                    ? ""
                    : trouble + "; " + shut + " sealed keys wait for it. No new file is made in its place: put it back"
                            + " from its backup or copy that of another node, and all domains are served again.";
        }
    }

    /** Asks anew. What has changed since the last time is told once. */
    public State look() {
        Map<String, Long> sealed = sealed();
        State now = state(sealed);
        if (now.isWhole()) vault.unlock();
        else vault.lock(now.trouble());
        if (!now.equals(seen)) {
            if (now.isWhole()) LOG.info("the key file opens all {} kinds of sealed keys again", sealed.size());
            else LOG.error("{}", now.sentence());
        }
        this.seen = now;
        return now;
    }

    /** As it was when it was last looked at, at most ten seconds ago. */
    public State seen() {
        return seen;
    }

    private State state(Map<String, Long> sealed) {
        try {
            if (sealed.isEmpty()) vault.makeFirst();
            Map<String, Long> missing = new TreeMap<>(sealed);
            missing.keySet().removeAll(vault.keks());
            return missing.isEmpty()
                    ? State.WHOLE
                    : new State("the key file lacks " + String.join(", ", missing.keySet()), sum(missing));
        } catch (KeyVault.KeyFileAway away) {
            return new State(String.valueOf(away.getMessage()), sum(sealed));
        }
    }

    /** How many lie under which key. */
    private Map<String, Long> sealed() {
        Map<String, Long> byKek = new TreeMap<>();
        for (String kind : new String[] {"Certificate", "SealedSecret"})
            entities.createQuery(
                            Projection.of(Under.class, "s.kekId, count(s)") + " from " + kind
                                    + " s where s.kekId is not null group by s.kekId",
                            Under.class)
                    .getResultStream()
                    .forEach(under -> byKek.merge(under.kek(), under.sealed(), Long::sum));
        return byKek;
    }

    private record Under(String kek, long sealed) {}

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
