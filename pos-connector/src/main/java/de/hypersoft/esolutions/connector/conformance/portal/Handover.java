package de.hypersoft.esolutions.connector.conformance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One order at the simulated portal: the moves of docs/handover.md, and what was heard of it. Safe for several threads. */
public final class Handover {

    private static final String TILL = "till 1";
    private static final String MANAGER = "Anna";
    private static final long SOON = 2_000_000_000L;

    private final JsonNode order;
    private OrderState state = OrderState.PENDING;
    private long fence;
    private String owner = "";
    private int offers;
    private long offeredAt;
    private boolean busy;
    private boolean parked;
    private boolean confirmed;
    private int earlyAt;
    private boolean untrue;
    private String clash = "";
    private String refusal = "";
    private boolean refusedLate;
    private boolean copied;
    private String overtaken = "";
    private final Set<Long> handed = new TreeSet<>();
    private final List<Long> asked = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();

    Handover(JsonNode order) {
        this.order = order;
    }

    /** An event that the portal took; a repetition is there twice. */
    public record Told(long fence, long seq, String type) {}

    public JsonNode order() {
        return order;
    }

    public String orderId() {
        return order.path("orderId").asText();
    }

    /** As people call it. */
    public String number() {
        return order.path("orderNumber").asText();
    }

    /** Whether a claim of the till would bring it now. */
    synchronized boolean offerable(long nanos) {
        if (parked) return false;
        boolean ours = state == OrderState.CLAIMED && owner.equals(TILL);
        return state == OrderState.PENDING || (ours && (offers < 3 || nanos - offeredAt > SOON));
    }

    /** Move 1. @return its fence */
    synchronized long offer(long nanos) {
        if (state == OrderState.PENDING) move(OrderState.CLAIMED, TILL);
        offers++;
        offeredAt = nanos;
        handed.add(fence);
        return fence;
    }

    /** An acknowledgement arrived, whatever becomes of it. @param isBooked whether the till has booked it already */
    synchronized void arrived(long withFence, boolean isBooked) {
        if (copied && handed.contains(fence) && withFence < fence && overtaken.isEmpty())
            overtaken = "acknowledged under fence " + withFence + " after it was handed out under " + fence;
        asked.add(withFence);
        if (isBooked && !confirmed && earlyAt == 0) earlyAt = asked.size();
    }

    /** It goes out once more under a fence of its own. */
    synchronized void copied() {
        copied = true;
    }

    /** Move 2. */
    synchronized Map<String, Object> acknowledge(long withFence) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("orderId", orderId());
        boolean taken = his(withFence) && (state == OrderState.CLAIMED || state == OrderState.TRANSFERRED_AUTO);
        if (taken && !busy) state = OrderState.TRANSFERRED_AUTO;
        if (busy) item.put("code", "busy");
        else if (!taken) item.put("code", state == OrderState.WITHDRAWN ? "order-withdrawn" : "order-taken-over");
        item.put("state", state.name());
        if (!owner.isEmpty()) item.put("owner", owner);
        if (!taken || busy) item.put("detail", busy ? "Ask again." : "Discard it.");
        return item;
    }

    /** A yes to its acknowledgement goes out. */
    synchronized void confirm() {
        confirmed = true;
    }

    /** Move 3. */
    public synchronized void tick() {
        move(OrderState.TRANSFERRED_MANUAL, MANAGER);
    }

    /** Moves 4 and 5: it waits again. */
    public synchronized void pendingAgain() {
        move(OrderState.PENDING, "");
    }

    /** Move 6. */
    public synchronized void withdraw() {
        move(OrderState.WITHDRAWN, MANAGER);
    }

    /** Its lease is over, and another till has it. */
    public synchronized void takenByOtherTill() {
        move(OrderState.TRANSFERRED_AUTO, "till 2");
    }

    /** Its acknowledgement is answered neither with yes nor with no. */
    public synchronized void busy(boolean now) {
        busy = now;
    }

    /** Move 7; it is not offered again. */
    synchronized Answer refuse(long withFence, String code) {
        if (confirmed && his(withFence)) refusedLate = true;
        if (state != OrderState.CLAIMED || !his(withFence))
            return Answer.problem(409, "order-taken-over", "It is not this till's to refuse.");
        refusal = code;
        parked = true;
        move(OrderState.PENDING, "");
        return Answer.NOTHING;
    }

    /** An event. @param isBooked whether the till has booked the order */
    synchronized Answer report(JsonNode event, boolean isBooked) {
        Told now = new Told(
                event.path("fence").asLong(-1),
                event.path("seq").asLong(-1),
                event.path("type").asText());
        if (now.type().equals("BOOKED") && !isBooked) untrue = true;
        if (!handed.contains(now.fence()))
            return Answer.problem(409, "never-held", "It was never handed to this till with this fence.");
        String before = types.get(now.fence() + "/" + now.seq());
        if (before != null && !before.equals(now.type())) {
            clash = "seq " + now.seq() + " was " + before + " first and then " + now.type();
            return Answer.problem(409, "seq-taken", "Send it again with a seq of its own.");
        }
        if (before == null && state == OrderState.CLAIMED && his(now.fence()))
            return Answer.problem(409, "not-acknowledged", "Acknowledge it first.");
        types.put(now.fence() + "/" + now.seq(), now.type());
        told.add(now);
        return Answer.NOTHING;
    }

    public synchronized OrderState state() {
        return state;
    }

    public synchronized long fence() {
        return fence;
    }

    /** How many acknowledgements arrived. */
    public synchronized int asked() {
        return asked.size();
    }

    public synchronized boolean confirmed() {
        return confirmed;
    }

    /** Which acknowledgement, counted from 1, found it booked although none was confirmed; 0 for none. */
    public synchronized int earlyAt() {
        return earlyAt;
    }

    /** Whether BOOKED was told while it was not booked. */
    public synchronized boolean untrue() {
        return untrue;
    }

    /** Two events with one number; empty for none. */
    public synchronized String clash() {
        return clash;
    }

    /** The code of its refusal; empty without one. */
    public synchronized String refusal() {
        return refusal;
    }

    public synchronized boolean refusedLate() {
        return refusedLate;
    }

    /** An acknowledgement under a fence that was not the newest of which the till knew; empty for none. */
    public synchronized String overtaken() {
        return overtaken;
    }

    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** How often it was told, repetitions counted. */
    public synchronized long told(String type) {
        return told.stream().filter(event -> event.type().equals(type)).count();
    }

    /** Whether it was told under the fence that it has now. */
    public synchronized boolean toldNow(String type) {
        return told.stream().anyMatch(event -> event.type().equals(type) && event.fence() == fence);
    }

    private boolean his(long withFence) {
        return owner.equals(TILL) && withFence == fence;
    }

    private void move(OrderState to, String by) {
        state = to;
        owner = by;
        fence++;
        offers = 0;
    }
}
