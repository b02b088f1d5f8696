package de.hypersoft.esolutions.acme;

import de.hypersoft.esolutions.acme.authority.ChallengeKind;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an authority that looks for its challenge is to find, on every node. */
@ApplicationScoped
@Transactional
public class ChallengeAnswers {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final List<AutomaticPhase> OPEN = List.of(AutomaticPhase.OFFERED, AutomaticPhase.CHECKING);

    private final EntityManager entities;

    @Inject
    public ChallengeAnswers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param host a Host header; its port does not matter
     * @return empty for any token that this host was not given
     */
    public Optional<String> answer(String host, String token) {
        if (!TOKEN.matcher(token).matches()) return Optional.empty();
        return HostName.ofHeader(host).flatMap(name -> entities.createQuery(
                        "select d.answer from AutomaticDomain d where d.host = :host and d.token = :token"
                                + " and d.challenge = :kind and d.phase in (:open)",
                        String.class)
                .setParameter("host", name.value())
                .setParameter("token", token)
                .setParameter("kind", ChallengeKind.HTTP_01)
                .setParameter("open", OPEN)
                .getResultStream()
                .findFirst());
    }

    /** @param token tells one challenge of a host from the next */
    public record ByTls(String host, String token, String answer) {}

    /** All challenges that are answered by TLS now. */
    public List<ByTls> byTls() {
        return entities.createQuery(
                        Projection.of(ByTls.class, "d.host, d.token, d.answer") + " from AutomaticDomain d"
                                + " where d.challenge = :kind and d.phase in (:open)",
                        ByTls.class)
                .setParameter("kind", ChallengeKind.TLS_ALPN_01)
                .setParameter("open", OPEN)
                .getResultList();
    }
}
