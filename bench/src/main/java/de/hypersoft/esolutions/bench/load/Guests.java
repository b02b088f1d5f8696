package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.wire.Answer;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.WrongAnswer;
import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** W3: a new guest orders three lines by one POST of the storefront's API, each under a key and a mailbox of its own. */
final class Guests implements Operation {

    static final int FEE = 250;

    private static final int SETTLED_WITHIN_SECONDS = 120;

    private final Premises premises;
    private final String keys;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    /** @param keys how the idempotency keys of its orders begin, unlike all others' */
    Guests(Premises premises, String keys) {
        this.premises = premises;
        this.keys = keys;
    }

    @Override
    public String id() {
        return "W3";
    }

    @Override
    public String what() {
        return "a guest orders three lines by one POST, stored before the answer; mails are written, no server takes them";
    }

    @Override
    public Call call(int client) {
        Random random = new Random(1_000 + client);
        KeepAlive line = new KeepAlive(premises.address());
        return new Call() {
            @Override
            public void make() throws IOException {
                place(line, random);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    /** One order. @return its id */
    String place(KeepAlive line, Random random) throws IOException {
        long mine = number.incrementAndGet();
        boolean delivery = random.nextBoolean();
        int first = dish(random);
        int second = dish(random);
        int third = dish(random);
        int secondSize = otherSize(second, random);
        int thirdSize = otherSize(third, random);
        String lines = line(first, 1, 1) + "," + line(second, secondSize, 1) + "," + line(third, thirdSize, 2);
        int total = Dishes.price(first, 1)
                + Dishes.price(second, secondSize)
                + 2 * Dishes.price(third, thirdSize)
                + (delivery ? FEE : 0);
        Answer answer = line.send(KeepAlive.post(
                premises.address(),
                "/api/v1/orders",
                Map.of("Content-Type", "application/json", "Idempotency-Key", "%s-%08d".formatted(keys, mine)),
                body(mine, delivery, lines)));
        if (answer.status() != 201) throw new WrongAnswer("no order", answer);
        String text = answer.text();
        if (!text.contains("\"PLACED\"") || !text.contains("\"" + Dishes.euros(total) + "\""))
            throw new WrongAnswer("another order than one of " + Dishes.euros(total), answer);
        answered.incrementAndGet();
        int at = text.indexOf("\"orderId\":\"") + 11;
        return text.substring(at, at + 36);
    }

    private String body(long number, boolean delivery, String lines) {
        return """
            {"location":"%s","orderType":"%s","guest":{"name":"Guest %d","phone":"030 %d",\
            "email":"%s.%d@load.example","language":"de"},"deliveryAddress":%s,"fulfilAt":null,"note":"","lines":[%s],"payment":{"method":"%s"},\
            "expectedTotal":null}""".formatted(
                        Ground.SLUG,
                        delivery ? "DELIVERY" : "PICKUP",
                        number,
                        20_000_000 + number,
                        keys,
                        number,
                        delivery
                                ? "{\"street\":\"Weg %d\",\"postcode\":\"10115\",\"city\":\"Berlin\",\"country\":\"DE\",\"note\":\"\"}"
                                        .formatted(number)
                                : "null",
                        lines,
                        delivery ? "AT_DOOR" : "AT_PICKUP");
    }

    private static String line(int dish, int size, int quantity) {
        return ("{\"articleId\":\"%s\",\"quantity\":%d,\"options\":[{\"groupId\":\"%s\",\"optionId\":\"%s\"}],\"note\":\"\"}")
                .formatted(Dishes.id(dish), quantity, Dishes.group(dish), Dishes.option(size));
    }

    private static int dish(Random random) {
        return 1 + random.nextInt(Dishes.ALL);
    }

    private static int otherSize(int dish, Random random) {
        return 2 + random.nextInt(Dishes.sizes(dish) - 1);
    }

    /** Until the outbox is empty: the mails of all orders are written. */
    @Override
    public void settle() throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLED_WITHIN_SECONDS * 1_000_000_000L;
        while (premises.number("select count(*) from kernel.outbox where done_at is null") > 0) {
            if (System.nanoTime() > end) throw new IOException("the outbox does not get empty");
            Delay.millis(100);
        }
    }

    /** @throws IOException when an order that was answered is not stored */
    @Override
    public void end() throws IOException {
        long stored = premises.number(
                "select count(*) from ordering.customer_order where idempotency_key like '" + keys + "-%'");
        if (stored < answered.get())
            throw new IOException(answered + " orders were answered, " + stored + " are stored");
    }
}
