package de.hypersoft.esolutions.hostnames.shopfront;

import de.hypersoft.esolutions.hostnames.DomainHistory;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.ManageDomains;
import de.hypersoft.esolutions.hostnames.ShopDomain;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guests type a shop's name with {@code www.} and without. Both are registered, each with its own DNS record and
 * certificate, and one of them sends on to the other, so that there is one address to be found and remembered.
 */
@ApplicationScoped
@Transactional
public class CanonicalHost {

    private final EntityManager entities;
    private final ManageDomains domains;
    private final DomainHistory history;
    private final Audit audit;
    private final ShopDomains memory;
    private final Clock clock;

    @Inject
    public CanonicalHost(
            EntityManager entities,
            ManageDomains domains,
            DomainHistory history,
            Audit audit,
            ShopDomains memory,
            Clock clock) {
        this.entities = entities;
        this.domains = domains;
        this.history = history;
        this.audit = audit;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * The other name of an own domain.
     *
     * @param registered for the same tenant
     * @param secure a certificate is served for it that has not ended
     * @param canonical the one of both that answers; null while each answers for itself
     */
    public record Counterpart(
            HostName other,
            boolean registered,
            boolean secure,
            @Nullable HostName canonical) {}

    /** Empty for names that nobody types otherwise, as long as the other one is not registered. */
    public Optional<Counterpart> of(Caller by, String host) {
        DomainView domain = domains.get(by, host);
        if (domain.kind() != DomainKind.OWN || domain.releasedAt() != null) return Optional.empty();
        return domain.host()
                .counterpart()
                .map(other -> counterpart(domain, other))
                .filter(it ->
                        it.registered() || domain.host().isBare() || it.other().isBare());
    }

    private Counterpart counterpart(DomainView domain, HostName other) {
        ShopDomain row = theirs(domain.tenant(), entities.find(ShopDomain.class, other.value()));
        if (row == null) return new Counterpart(other, false, false, null);
        Instant now = clock.instant();
        return new Counterpart(
                other,
                true,
                row.secureAt(now),
                other.equals(domain.sendsTo()) ? other : domain.host().equals(row.sendsTo()) ? domain.host() : null);
    }

    private static @Nullable ShopDomain theirs(TenantId tenant, @Nullable ShopDomain row) {
        return row != null && row.own() && !row.released() && row.tenant().equals(tenant) ? row : null;
    }

    /**
     * Registers the other name too if it is not yet, and makes one of both send on to the one that was chosen. That
     * waits by itself until the chosen one has a certificate to be shown.
     *
     * @param canonical one of both; blank when each shall answer for itself
     * @throws HostTaken when the other name belongs to another tenant
     */
    @RetryOnConflict
    public void choose(Caller by, String host, String canonical) {
        by.requireStaff();
        DomainView domain = domains.get(by, host);
        Counterpart beside =
                of(by, host).orElseThrow(() -> new Invalid("no-counterpart", host + " has no other name", "canonical"));
        HostName other = beside.other();
        HostName chosen = canonical.isBlank() ? null : HostName.parse(canonical);
        if (chosen != null && !chosen.equals(other) && !chosen.equals(domain.host()))
            throw new Invalid("no-counterpart", canonical + " is no name of " + host, "canonical");
        if (!beside.registered()) domains.register(by, domain.tenant(), other.value(), domain.location());
        // In one order, so that two who choose differently do not make both send on to each other.
        boolean first = other.value().compareTo(host) < 0;
        ShopDomain one = locked(first ? other : domain.host());
        ShopDomain two = locked(first ? domain.host() : other);
        one.sendTo(two.host().equals(chosen) ? chosen : null);
        two.sendTo(one.host().equals(chosen) ? chosen : null);
        note(by, domain, chosen == null ? "" : chosen.value());
    }

    private ShopDomain locked(HostName host) {
        return Objects.requireNonNull(
                entities.find(ShopDomain.class, host.value(), LockModeType.PESSIMISTIC_WRITE), "it was just there");
    }

    private void note(Caller by, DomainView domain, String chosen) {
        history.record(domain.host(), domain.tenant(), by.actor(), "canonical-chosen", chosen);
        audit.record(
                by.actor(),
                domain.tenant().value(),
                "domain-canonical-chosen",
                domain.host().value(),
                chosen);
        memory.forgetAfterCommit(domain.tenant());
    }
}
