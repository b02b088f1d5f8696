package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.wire.Answer;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.WrongAnswer;
import de.hypersoft.esolutions.bench.restaurant.SignedInManager;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;

/** W4c and W4d: a manager looks at the newest orders of the day, or ticks one. Each client has signed in for itself. */
final class Desk implements Operation {

    /** So many orders each client ticks before all of them wait again. */
    static final int ROUND = 10;

    private static final int LEAST_SHOWN = 25;

    private final Premises premises;
    private final boolean ticks;
    private final Copies copies;

    /** @param copies orders to be ticked, so many for each client; unused of the list */
    Desk(Premises premises, boolean ticks, Copies copies) {
        this.premises = premises;
        this.ticks = ticks;
        this.copies = copies;
    }

    @Override
    public String id() {
        return ticks ? "W4d" : "W4c";
    }

    @Override
    public String what() {
        return ticks
                ? "a manager ticks one order, as durable as an order"
                : "the list page of the day's done orders and their count; this product shows the newest 50, not 25";
    }

    @Override
    public int round() {
        return ticks ? ROUND : Integer.MAX_VALUE;
    }

    @Override
    public void before(int clients) throws IOException {
        if (ticks) copies.waitForTicks(clients);
    }

    @Override
    public void end() throws IOException {
        if (ticks) copies.away();
    }

    @Override
    public Call call(int client) throws Exception {
        SignedInManager manager = SignedInManager.at(premises.address());
        byte[] list = KeepAlive.get(
                premises.address(),
                "/portal/orders?show=done&day=" + today(),
                Map.of("Cookie", manager.cookies(), "Accept-Encoding", "identity"));
        KeepAlive line = new KeepAlive(premises.address());
        return new Call() {
            private int turn;

            @Override
            public void make() throws IOException {
                if (!ticks) {
                    look(line.send(list));
                    return;
                }
                UUID order = copies.toTick(client * ROUND + turn);
                turn = (turn + 1) % ROUND;
                tick(line.send(KeepAlive.post(
                        premises.address(),
                        "/portal/orders/" + order + "/manual-transfer",
                        Map.of("Cookie", manager.cookies(), "Content-Type", "application/x-www-form-urlencoded"),
                        "csrf=" + manager.csrf())));
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    private static void look(Answer answer) throws IOException {
        if (answer.status() != 200) throw new WrongAnswer("no list", answer);
        int shown = Tills.count(answer.text(), "href=\"/portal/orders/");
        if (shown < LEAST_SHOWN) throw new WrongAnswer("a list of " + shown, answer);
    }

    private static void tick(Answer answer) throws IOException {
        if (answer.status() != 303 || !answer.header("Location").contains("done=ticked"))
            throw new WrongAnswer("not ticked, " + answer.header("Location"), answer);
    }

    /** The business day: it ends at six in the morning. */
    private static LocalDate today() {
        return ZonedDateTime.now(ZoneId.of("Europe/Berlin")).minusHours(6).toLocalDate();
    }
}
