package de.hypersoft.esolutions.bench.restaurant;

import java.time.Duration;
import java.time.Instant;

/** What a guest wants, by turns: to fetch it or to have it brought, as soon as it is ready or hours later. */
public record Wish(boolean delivery, boolean later) {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int HOURS = 12;

    public static final Wish PICKUP_NOW = new Wish(false, false);

    static Wish of(int number) {
        return new Wish(number % 4 >= 2, number % 2 == 1);
    }

    /** The order as the storefront API takes it; sent again, it must be the same to the letter. */
    public String body(int number, Instant now) {
        return """
            {"location":"%s","orderType":"%s","guest":{"name":"Guest %d","phone":"030 555%05d",\
            "email":"guest%d@bench.example","language":"de"},"deliveryAddress":%s,"fulfilAt":%s,"note":"",\
            "lines":[{"articleId":"%s","quantity":1,"options":[],"note":""}],"payment":{"method":"%s"},\
            "expectedTotal":null}""".formatted(
                        Ground.SLUG,
                        delivery ? "DELIVERY" : "PICKUP",
                        number,
                        number,
                        number,
                        delivery ? address(number) : "null",
                        later ? "\"" + slot(number, now) + "\"" : "null",
                        Ground.ARTICLE,
                        delivery ? "AT_DOOR" : "AT_PICKUP");
    }

    private static String address(int number) {
        return """
            {"street":"Weg %d","postcode":"%s","city":"Berlin","country":"DE","note":""}""".formatted(number, Ground.POSTCODE);
    }

    /** Far enough ahead that it can still be had when the line loses answers for a while. */
    private static Instant slot(int number, Instant now) {
        long step = STEP.toSeconds();
        Instant last = Instant.ofEpochSecond(now.getEpochSecond() / step * step);
        return last.plus(Duration.ofHours(3 + number % HOURS));
    }
}
