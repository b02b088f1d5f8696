package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A till that asks for orders and waits: its answer is written when nobody works on its request any more. */
@SystemTest
class WaitingTillIT {

    @Test
    void it_is_answered_when_an_order_comes_and_when_none_does() throws Exception {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            DeafTill till = DeafTill.paired(desk.page(), "Linde Mitte");
            Eventually.eventually("nothing that others left", till::offered, List::isEmpty);

            HttpResponse<String> nothing = till.waits(1);
            assertThat(nothing.statusCode()).as(nothing.body()).isEqualTo(204);

            CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(() -> till.waits(30));
            String order = Http.json(Http.visitor()
                            .postJson(
                                    "/api/v1/orders",
                                    Storefront.pizza("linde-mitte"),
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString()))
                    .getString("orderId");
            HttpResponse<String> claim = waiting.get(40, TimeUnit.SECONDS);
            assertThat(claim.statusCode()).as(claim.body()).isEqualTo(200);
            assertThat(claim.body()).contains(order);
        }
    }
}
