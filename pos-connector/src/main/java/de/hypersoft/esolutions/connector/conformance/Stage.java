package de.hypersoft.esolutions.connector.conformance;

import de.hypersoft.esolutions.connector.conformance.portal.Desk;
import de.hypersoft.esolutions.connector.conformance.portal.Handover;
import de.hypersoft.esolutions.connector.conformance.portal.SimulatedPortal;
import de.hypersoft.esolutions.connector.conformance.portal.Weather;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all situations share: the simulated portal, the witness before the till core, its book, and the candidate. */
public final class Stage implements AutoCloseable {

    private static final long TICK = 50;

    private final Book book;
    private final SimulatedPortal portal;
    private final Witness witness;
    private final Candidate candidate;
    private final Report report = new Report();
    private final Pace pace;
    private final Map<Handover, String> names = new LinkedHashMap<>();
    private final Map<Handover, Rule> forbidden = new LinkedHashMap<>();
    private int starts;

    private Stage(Book book, SimulatedPortal portal, Witness witness, Candidate candidate, Pace pace) {
        this.book = book;
        this.portal = portal;
        this.witness = witness;
        this.candidate = candidate;
        this.pace = pace;
    }

    /** Makes the candidate once it is known where everything is. */
    @FunctionalInterface
    public interface Casting {
        Candidate in(Surroundings surroundings) throws IOException;
    }

    /** Something that comes true, seen from outside of the candidate. */
    @FunctionalInterface
    public interface Check {
        boolean holds() throws IOException;
    }

    /**
     * Opens portal and witness; the candidate is not started yet.
     *
     * @param core where the till core answers, at the latest once the candidate runs; @param port of the portal, 0 for any
     *     free one
     */
    public static Stage open(URI core, int port, Clock clock, Pace pace, Casting casting) throws IOException {
        Book book = new Book(core);
        Witness witness = Witness.before(core);
        SimulatedPortal portal = SimulatedPortal.start(port, clock, book::has);
        Surroundings surroundings =
                new Surroundings(portal.address(), portal.desk().pin(), witness.address());
        return new Stage(book, portal, witness, casting.in(surroundings), pace);
    }

    public SimulatedPortal portal() {
        return portal;
    }

    public Desk desk() {
        return portal.desk();
    }

    public Witness witness() {
        return witness;
    }

    public Book book() {
        return book;
    }

    public Report report() {
        return report;
    }

    public Candidate candidate() {
        return candidate;
    }

    /** How often the candidate was started. */
    public int starts() {
        return starts;
    }

    /** @throws IOException when it runs, and its till core is not up within the run's patience */
    public void start() throws IOException, InterruptedException {
        starts++;
        candidate.start();
        if (!await(book::up)) book.health();
    }

    public void kill() throws IOException, InterruptedException {
        candidate.kill();
    }

    public void weather(Weather weather) {
        portal.weather(weather);
    }

    /** Lets time pass for the candidate. */
    public void pass(Duration time) throws InterruptedException {
        pace.passing().pass(time);
    }

    /** An order that waits to be placed, and has to be booked then. @param what it is, after "order C-1, " */
    public Handover drawUp(String what) throws IOException {
        return named(desk().drawUp(), what);
    }

    /** The same for an order that {@link Desk} made. */
    public Handover named(Handover order, String what) {
        names.put(order, what);
        return order;
    }

    /** An order that waits for the till from now on. */
    public Handover place(String what) throws IOException {
        Handover order = drawUp(what);
        portal.place(order);
        return order;
    }

    /** Orders that come in one answer. */
    public void placeTogether(Handover... orders) {
        desk().emergency(true);
        for (Handover order : orders) portal.place(order);
        desk().emergency(false);
        portal.board().changed();
    }

    /** It must not be booked from now on; else the rule is broken. */
    public void forbid(Handover order, Rule rule) {
        forbidden.put(order, rule);
    }

    /** The order in words. */
    public String name(Handover order) {
        return "order " + order.number() + ", " + names.getOrDefault(order, "an order") + ",";
    }

    /** The orders that were placed and have to be booked. */
    public List<Handover> due() {
        return desk().orders().stream()
                .filter(order -> names.containsKey(order) && !forbidden.containsKey(order))
                .toList();
    }

    /** @return whether it came true within the run's patience */
    public boolean await(Check check) throws IOException, InterruptedException {
        return await(check, pace.patience());
    }

    /** @return whether it came true while nothing should happen */
    public boolean awaitQuietly(Check check) throws IOException, InterruptedException {
        return await(check, pace.quiet());
    }

    private boolean await(Check check, Duration longest) throws IOException, InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (!check.holds()) {
            if (candidate.waitsForAPerson()) until = System.nanoTime() + longest.toNanos();
            else if (System.nanoTime() - until >= 0) return false;
            portal.board().awaitChange(TICK);
        }
        return true;
    }

    /** @return whether it was booked within the run's patience */
    public boolean booked(Handover order) throws IOException, InterruptedException {
        return await(() -> book.has(order.orderId()));
    }

    /** @throws Standstill when it was not, which is noted */
    public void mustBook(Handover order) throws IOException, InterruptedException, Standstill {
        if (booked(order)) return;
        String words =
                name(order) + " was not booked within " + pace.patience().toSeconds() + " s: the portal has it as "
                        + order.state() + ", and got " + order.asked() + " acknowledgements of it";
        report.broken(Rule.LOSES_NO_ORDER, words);
        throw new Standstill(words);
    }

    /** Another order, by which the candidate has been through a whole round since. */
    public void followUp() throws IOException, InterruptedException, Standstill {
        mustBook(place("placed after the one before"));
    }

    /** BOOKED has to be told under the fence that the order has now. */
    public void mustReport(Handover order) throws IOException, InterruptedException {
        if (!await(() -> order.toldNow("BOOKED")))
            report.broken(
                    Rule.REPORTS_WHAT_IT_BOOKED,
                    name(order) + " is booked, and BOOKED was not told under its fence " + order.fence());
    }

    /** Looks whether anything was booked that must not be. */
    public void look() throws IOException {
        for (Map.Entry<Handover, Rule> entry : new ArrayList<>(forbidden.entrySet())) {
            Handover order = entry.getKey();
            report.judge(
                    entry.getValue(),
                    !book.has(order.orderId()),
                    name(order) + " is not in the till core's book",
                    name(order) + " is in the till core's book all the same; the portal has it as " + order.state());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            candidate.end();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } finally {
            portal.close();
            witness.close();
        }
    }
}
