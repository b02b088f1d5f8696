package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.wire.Answer;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.WrongAnswer;
import de.hypersoft.esolutions.bench.till.TillFleet;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** W4a and W4b: a till asks what is new, and nothing is, or exactly ten orders are. Each client has tills of its own. */
final class Tills implements Operation {

    /** So many tills of each client get ten orders each before they are laid out anew. */
    static final int ROUND = 4;

    static final int ORDERS = 10;

    private static final AtomicLong JOURNAL = new AtomicLong(System.currentTimeMillis());

    private final Premises premises;
    private final boolean empty;
    private final Copies copies;

    /** @param copies orders that wait at the tills, ten at each; unused of polls that find nothing */
    Tills(Premises premises, boolean empty, Copies copies) {
        this.premises = premises;
        this.empty = empty;
        this.copies = copies;
    }

    @Override
    public String id() {
        return empty ? "W4a" : "W4b";
    }

    @Override
    public String what() {
        return empty ? "a till asks, nothing is new" : "a till asks, exactly ten orders are new, and gets them whole";
    }

    @Override
    public int round() {
        return empty ? Integer.MAX_VALUE : ROUND;
    }

    @Override
    public void before(int clients) throws IOException {
        if (!empty) copies.waitAtTills(clients);
    }

    @Override
    public void end() throws IOException {
        if (!empty) copies.away();
    }

    @Override
    public Call call(int client) {
        KeepAlive line = new KeepAlive(premises.address());
        return new Call() {
            private int turn;

            @Override
            public void make() throws IOException {
                int till = empty ? premises.firstIdleTill() + client : client * ROUND + turn;
                turn = (turn + 1) % ROUND;
                poll(line, till);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    private void poll(KeepAlive line, int till) throws IOException {
        Answer answer = line.send(KeepAlive.post(
                premises.address(),
                "/portal/api/pos/v1/order-claims",
                Map.of("Authorization", "Bearer " + TillFleet.token(till), "Content-Type", "application/json"),
                "{\"max\":20,\"waitSeconds\":0,\"journalId\":\"load\",\"journalSeq\":%d}"
                        .formatted(JOURNAL.incrementAndGet())));
        if (empty && answer.status() == 204) return;
        int orders = answer.status() == 200 ? count(answer.text(), "\"leaseSeconds\":") : 0;
        if (empty || orders != ORDERS || count(answer.text(), "\"lines\":") != ORDERS)
            throw new WrongAnswer(orders + " orders", answer);
    }

    static int count(String text, String word) {
        int found = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) found++;
        return found;
    }
}
