package de.hypersoft.esolutions.connector.conformance.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the till's journal tells of itself, and what the portal makes of it (docs/adr, one number is one call). */
public final class Numbers {

    private final Map<Long, String> heard = new HashMap<>();
    private String journal = "";
    private long told = -1;
    private String toldBy = "";
    private long calls;
    private String strange = "";
    private String second = "";

    /** What a number is to those told before it. */
    enum Telling {
        NEWS,
        REPEATED,
        PASSED,
        TWIN
    }

    synchronized void paired(String journalId) {
        if (journalId.isEmpty()) note("the pairing named no journal");
        else if (journal.isEmpty()) journal = journalId;
        else named(journalId);
    }

    /** A claim or an acknowledgement arrived. */
    synchronized void heard(Call call) {
        calls++;
        named(call.body().path("journalId").asText(""));
        long seq = call.body().path("journalSeq").asLong(-1);
        String before = heard.put(seq, call.key());
        boolean repeated = before != null && !before.isEmpty() && before.equals(call.key());
        if (seq < 0) fault(call + " has no journalSeq");
        else if (before != null && !repeated)
            fault("the number " + seq + " came twice, the second time with " + call.path());
        else if (seq < told) fault("the number " + seq + " came after " + told + ", with " + call.path());
    }

    /** A call confirms, or is to be handed something. */
    synchronized Telling tell(Call call) {
        long seq = call.body().path("journalSeq").asLong(-1);
        if (!call.body().path("journalId").asText("").equals(journal)) return Telling.TWIN;
        if (seq < told) return Telling.PASSED;
        if (seq == told) return !call.key().isEmpty() && call.key().equals(toldBy) ? Telling.REPEATED : Telling.TWIN;
        told = seq;
        toldBy = call.key();
        return Telling.NEWS;
    }

    public synchronized long calls() {
        return calls;
    }

    /** The first number that did not grow; empty when all did. */
    public synchronized Optional<String> strange() {
        return strange.isEmpty() ? Optional.empty() : Optional.of(strange);
    }

    /** The first journal that was not the one of the pairing. */
    public synchronized Optional<String> second() {
        return second.isEmpty() ? Optional.empty() : Optional.of(second);
    }

    private void named(String journalId) {
        if (!journalId.equals(journal))
            note(journalId.isEmpty() ? "a call named no journal" : "a second journal " + journalId + " was named");
    }

    private void note(String words) {
        if (second.isEmpty()) second = words;
    }

    private void fault(String words) {
        if (strange.isEmpty()) strange = words;
    }
}
