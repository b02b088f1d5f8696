package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.certificates.Certificate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stored keys that do not open though the key file is whole: found by whoever opens one, told once, forgotten by a restart. */
@ApplicationScoped
public class DamagedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(DamagedKeys.class);

    private final Map<UUID, String> hosts = new ConcurrentHashMap<>();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    public void found(Certificate certificate, String why) {
        String host = certificate.host().value();
        if (hosts.put(certificate.id(), host) == null)
            LOG.error(
                    "the stored key of certificate {} of {} is damaged, upload it again: {}",
                    certificate.id(),
                    host,
                    why);
    }

    void opened(Certificate certificate) {
        hosts.remove(certificate.id());
    }

    public void found(String secret, String why) {
        if (secrets.add(secret)) LOG.error("the stored secret {} is damaged: {}", secret, why);
    }

    void opened(String secret) {
        secrets.remove(secret);
    }

    /** Names of secrets that belong to no certificate, sorted. */
    public List<String> secrets() {
        return secrets.stream().sorted().toList();
    }

    public boolean has(UUID certificate) {
        return hosts.containsKey(certificate);
    }

    int count() {
        return hosts.size() + secrets.size();
    }

    /** Each once, by name. */
    public List<String> hosts() {
        return hosts.values().stream().distinct().sorted().toList();
    }
}
