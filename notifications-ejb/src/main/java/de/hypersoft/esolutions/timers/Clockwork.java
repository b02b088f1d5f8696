package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.acme.ObtainCertificates;
import de.hypersoft.esolutions.acme.ShowChallenges;
import de.hypersoft.esolutions.certificates.keys.CheckSealedKeys;
import de.hypersoft.esolutions.certificates.keys.SealedKeys;
import de.hypersoft.esolutions.certificates.request.SigningRequests;
import de.hypersoft.esolutions.certificates.serving.ServeCertificates;
import de.hypersoft.esolutions.closing.DayEnd;
import de.hypersoft.esolutions.hostnames.ShopChanges;
import de.hypersoft.esolutions.hostnames.dns.AskDns;
import de.hypersoft.esolutions.identity.session.ForgetSignIns;
import de.hypersoft.esolutions.kernel.metrics.Figures;
import de.hypersoft.esolutions.kernel.outbox.Outbox;
import de.hypersoft.esolutions.kernel.outbox.OutboxRelay;
import de.hypersoft.esolutions.notifications.DayMatchMails;
import de.hypersoft.esolutions.notifications.UnbookedOrders;
import de.hypersoft.esolutions.notifications.UnclaimedOrders;
import de.hypersoft.esolutions.notifications.domain.ExpiryWarnings;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.ordering.click.ConfirmByClick;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.OrderLimits;
import de.hypersoft.esolutions.pos.tills.Presence;
import de.hypersoft.esolutions.reporting.CountOlderOrders;
import de.hypersoft.esolutions.retention.ForgetDueGuests;
import de.hypersoft.esolutions.tenancy.hours.PauseOrdering;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets every node ask the database what is due by the clock: each second where somebody waits for it, less often where nobody
 * does, as each question costs a transaction. Nothing is remembered here: a restart
 * loses nothing, a second node doubles nothing, a moved clock is obeyed at the next tick. Each tick is rearmed only
 * after it ended, so none overlaps itself.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Clockwork {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Until every certificate is served the node is not ready, so nothing else competes with this one. */
    private static final String FIRST = "certificates";

    private static final Duration AFTER_START = Duration.ofSeconds(2);
    private static final Duration KEEP_EVENTS = Duration.ofDays(7);
    private static final Duration KEEP_CHANGES = Duration.ofDays(1);
    private static final Duration KEEP_CARTS = Duration.ofDays(30);
    private static final Duration KEEP_MAILS = Duration.ofDays(90);

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService executor;

    private final Map<String, Tick> ticks;

    public Clockwork() { // EJB
        this.ticks = Map.of();
    }

    @Inject
    public Clockwork(
            OutboxRelay relay,
            Outbox outbox,
            MailSenders senders,
            OutgoingMail mails,
            UnclaimedOrders unclaimed,
            UnbookedOrders unbooked,
            DayEnd dayEnd,
            DayMatchMails matches,
            NightlyMenus menus,
            OverdueSyncs syncs,
            Presence presence,
            Carts carts,
            OrderLimits limits,
            ConfirmByClick clicks,
            GuestBlocks blocks,
            ServeCertificates certificates,
            AskDns dns,
            ExpiryWarnings expiry,
            ObtainCertificates automatic,
            ShowChallenges challenges,
            SealedKeys keys,
            CheckSealedKeys check,
            SigningRequests requests,
            ForgetDueGuests guests,
            ForgetSignIns signIns,
            PauseOrdering pauses,
            ShopChanges shops,
            CountOlderOrders olderOrders,
            Figures figures,
            Clock clock) {
        this.ticks = List.of(
                        new Tick("outbox", SECOND, () -> relay.relay(1_000)),
                        new Tick("mail", SECOND, () -> senders.sendAll(executor)),
                        new Tick("unclaimed-orders", SECOND, () -> unclaimed.follow(100)),
                        new Tick("unbooked-orders", SECOND, () -> unbooked.follow(100)),
                        new Tick("day-end", Duration.ofSeconds(5), () -> {
                            dayEnd.run(20);
                            menus.publish(20);
                            matches.write(20);
                        }),
                        new Tick(FIRST, Duration.ofSeconds(2), certificates::follow),
                        new Tick("overdue-syncs", Duration.ofSeconds(2), () -> syncs.end(20)),
                        new Tick("presence", Duration.ofSeconds(10), () -> flushAll(presence)),
                        new Tick("dns", Duration.ofSeconds(2), () -> dns.ask(20)),
                        new Tick("certificate-expiry", Duration.ofSeconds(10), () -> expiry.warn(100)),
                        new Tick("automatic-certificates", SECOND, () -> automatic.run(20)),
                        new Tick("challenges", Duration.ofSeconds(2), challenges::follow),
                        new Tick("sealed-keys", Duration.ofSeconds(5), () -> check.check(20)),
                        new Tick("key-rotation", Duration.ofSeconds(30), () -> wrapAnew(keys)),
                        new Tick("guest-data", Duration.ofSeconds(10), () -> guests.run(50)),
                        new Tick("pauses", Duration.ofSeconds(2), () -> pauses.noteEnds(100)),
                        new Tick("older-orders", SECOND, () -> countSome(olderOrders)),
                        new Tick("figures", Duration.ofSeconds(15), figures::refresh),
                        new Tick("clicks", Duration.ofSeconds(10), () -> {
                            clicks.end(500);
                            limits.sweep();
                        }),
                        new Tick("sweep", Duration.ofSeconds(10), new Hourly(clock, () -> {
                            outbox.sweep(KEEP_EVENTS);
                            mails.sweep(KEEP_MAILS);
                            carts.sweep(KEEP_CARTS);
                            keys.sweep(1_000);
                            requests.sweep(1_000);
                            signIns.sweep();
                            blocks.sweep();
                            shops.sweep(KEEP_CHANGES);
                        })))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Tick::name, Function.identity()));
    }

    @PostConstruct
    void start() {
        ticks.values().forEach(tick -> arm(tick, tick.name().equals(FIRST) ? Duration.ZERO : AFTER_START));
    }

    @Timeout
    void tick(Timer timer) {
        Tick tick = Objects.requireNonNull(ticks.get((String) timer.getInfo()));
        arm(tick, tick.run());
    }

    private void arm(Tick tick, Duration wait) {
        timers.createSingleActionTimer(wait.toMillis(), new TimerConfig(tick.name(), false));
    }

    private static void flushAll(Presence presence) {
        while (presence.flush() == Presence.TOGETHER) continue;
    }

    /** Not all that are left: whoever orders meanwhile is to notice nothing. */
    private static void countSome(CountOlderOrders olderOrders) {
        for (int i = 0; i < 5 && olderOrders.count(200); i++) continue;
    }

    private static void wrapAnew(SealedKeys keys) {
        while (keys.rewrap(500) > 0) continue;
    }
}
