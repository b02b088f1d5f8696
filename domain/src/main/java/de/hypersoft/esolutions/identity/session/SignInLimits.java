package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How soon somebody may try again. Every try is counted as a failure before the password is looked at, by one
 * conditional update of each row, so that parallel tries and several nodes share one limit; it is given back when the
 * password was right or was not looked at. A try that comes too early is refused and counts nothing.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class SignInLimits {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public SignInLimits(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What was counted, to be given back. */
    public record Counted(List<String> subjects, Instant at) {}

    /**
     * @param known this device has been used for the account before: only its own failures count
     * @throws TooManyAttempts when it comes too early
     */
    public Counted admit(String login, Device device, boolean known) {
        if (known) return count(Map.of(SignInLimit.KNOWN_DEVICE, login + " " + device.token()));
        return count(Map.of(
                SignInLimit.ACCOUNT_FROM_ADDRESS,
                login + " " + device.network(),
                SignInLimit.ADDRESS,
                device.network(),
                SignInLimit.ACCOUNT,
                login));
    }

    /** Somebody who is signed in types the password again. @throws TooManyAttempts when it comes too early */
    public Counted admitConfirmation(UUID user) {
        return count(Map.of(SignInLimit.CONFIRMATION, user.toString()));
    }

    /** The one-time code of somebody whose password was right. @throws TooManyAttempts when it comes too early */
    public Counted admitCode(UUID user) {
        return count(Map.of(SignInLimit.SECOND_STEP, user.toString()));
    }

    /** A mail asked for without being signed in; never given back. @throws TooManyAttempts when it comes too early */
    public void admitMail(Device device) {
        count(Map.of(SignInLimit.MAILS_FROM_ADDRESS, device.network()));
    }

    /** As {@link #admitMail(Device)}, for the account that it goes to. */
    public void admitMailTo(String login) {
        count(Map.of(SignInLimit.MAILS_TO_ACCOUNT, login));
    }

    /**
     * Counts a mail in the caller's transaction, so that one which is not written after all counts nowhere.
     *
     * @return empty when it was counted; else how long to wait
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Duration> takeMail(SignInLimit limit, String whom) {
        return count(limit, limit.subject(whom), now());
    }

    /** Nobody looked at the password, or it was right: as if it had not been tried. */
    public void giveBack(Counted counted) {
        for (String subject : counted.subjects()) {
            entities.createQuery("update SignInThrottle t set t.failures = t.failures - 1"
                            + " where t.subject = :subject and t.failures > 0")
                    .setParameter("subject", subject)
                    .executeUpdate();
            entities.createQuery(
                            "update SignInThrottle t set t.nextAt = :at where t.subject = :subject and t.triedAt = :at")
                    .setParameter("at", counted.at())
                    .setParameter("subject", subject)
                    .executeUpdate();
        }
    }

    /** What the owner mistyped before is forgotten; what others tried elsewhere is not. */
    public void forgive(String login, Device device) {
        entities.createQuery("delete from SignInThrottle t where t.subject in :subjects")
                .setParameter(
                        "subjects",
                        List.of(
                                SignInLimit.ACCOUNT_FROM_ADDRESS.subject(login + " " + device.network()),
                                SignInLimit.KNOWN_DEVICE.subject(login + " " + device.token())))
                .executeUpdate();
    }

    /** Removes what no longer counts. */
    public int sweep() {
        Instant now = clock.instant();
        return entities.createQuery("delete from SignInThrottle t where t.triedAt < :day"
                        + " or (t.triedAt < :hours and t.subject not like :long)")
                .setParameter("day", now.minus(SignInLimit.DAY))
                .setParameter("hours", now.minus(SignInLimit.HOURS))
                .setParameter("long", SignInLimit.LONG + "%")
                .executeUpdate();
    }

    /** Always in the same order, so that two tries never wait for each other. */
    private Counted count(Map<SignInLimit, String> what) {
        Instant now = now();
        List<String> subjects = new ArrayList<>();
        for (SignInLimit limit : SignInLimit.values()) {
            String whom = what.get(limit);
            if (whom == null) continue;
            Optional<Duration> wait = count(limit, limit.subject(whom), now);
            if (wait.isPresent()) throw new TooManyAttempts(wait.get());
            subjects.add(limit.subject(whom));
        }
        return new Counted(subjects, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Duration> count(SignInLimit limit, String subject, Instant now) {
        int counted = entities.createQuery("update SignInThrottle t set"
                        + " t.failures = case when t.triedAt < :forgotten or t.triedAt > :ahead then 1"
                        + " else t.failures + 1 end,"
                        + " t.triedAt = :now where t.subject = :subject and (t.nextAt <= :now or t.triedAt > :ahead)")
                .setParameter("forgotten", now.minus(limit.memory()))
                .setParameter("ahead", now.plus(SignInLimit.SKEW))
                .setParameter("now", now)
                .setParameter("subject", subject)
                .executeUpdate();
        if (counted == 1) {
            delay(subject, now.plus(limit.delay(failures(subject))));
            return Optional.empty();
        }
        List<Instant> next = read("t.nextAt", subject, Instant.class);
        if (!next.isEmpty()) return Optional.of(Duration.between(now, next.get(0)));
        entities.persist(new SignInThrottle(subject, now, now.plus(limit.delay(1))));
        entities.flush();
        return Optional.empty();
    }

    private int failures(String subject) {
        return read("t.failures", subject, Integer.class).get(0);
    }

    private void delay(String subject, Instant next) {
        entities.createQuery("update SignInThrottle t set t.nextAt = :next where t.subject = :subject")
                .setParameter("next", next)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private <T> List<T> read(String what, String subject, Class<T> type) {
        return entities.createQuery("select " + what + " from SignInThrottle t where t.subject = :subject", type)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** Tried too early; the same answer for accounts that exist and that do not. */
    public static final class TooManyAttempts extends TooMany {
        TooManyAttempts(Duration wait) {
            super("too-many-attempts", "too many tries to sign in", wait, Map.of());
        }
    }
}
