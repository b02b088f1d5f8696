package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import clients.shop.model.GuestInput;
import clients.shop.model.LineInput;
import clients.shop.model.OptionInput;
import clients.shop.model.OrderAnswer;
import clients.shop.model.OrderInput;
import clients.shop.model.OrderType;
import clients.shop.model.PaymentInput;
import clients.till.model.AcknowledgementInput;
import clients.till.model.AcknowledgementItem;
import clients.till.model.Claim;
import clients.till.model.ClaimInput;
import clients.till.model.Paired;
import clients.till.model.PairingInput;
import clients.till.model.TransferState;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever generates a client from our contracts can place an order, claim and acknowledge it: in Java, and in TypeScript,
 * compiled by its compiler and run by the Node that the driver of the browser brings.
 */
@SystemTest
class GeneratedClientsIT {

    private static final String BASE = Http.visitor().base().toString();

    @SuppressWarnings("NullAway.Init") // made when the server is there
    private static ScopeStage stage;

    @BeforeAll
    static void a_brand_has_a_menu() {
        stage = new ScopeStage();
    }

    @Test
    void a_client_in_java_places_claims_and_acknowledges_an_order() throws Exception {
        OrderAnswer placed = shop().placeOrder(UUID.randomUUID().toString(), order());

        String pin = pin("Kasse Java");
        Paired paired = new clients.till.PairingApi(till(""))
                .pair(new PairingInput().pin(pin).journalId("java-" + pin).version("java"));
        clients.till.OrdersApi till = new clients.till.OrdersApi(till(paired.getToken()));
        List<Claim> claims = till.claim(
                        new ClaimInput().journalId("java-" + pin).journalSeq(1L).max(20), null)
                .getClaims();
        Claim claim = claims.stream()
                .filter(each -> each.getOrder().getOrderId().equals(placed.getOrderId()))
                .findFirst()
                .orElseThrow();
        AcknowledgementItem item = new AcknowledgementItem()
                .orderId(placed.getOrderId().toString())
                .fence(claim.getFence());
        AcknowledgementInput kept = new AcknowledgementInput()
                .journalId("java-" + pin)
                .journalSeq(2L)
                .items(List.of(item));

        assertThat(till.acknowledge(kept, null).getItems()).singleElement().satisfies(answer -> {
            assertThat(answer.getState()).isEqualTo(TransferState.TRANSFERRED_AUTO);
            assertThat(answer.getCode()).isNull();
        });
        assertThat(claim.getOrder().getGuest().getName()).isEqualTo("Jana Java");
        assertThat(claim.getOrder().getTotal().getAmount())
                .isEqualTo(placed.getTotal().getAmount());
    }

    @Test
    void a_client_in_typescript_is_typed_right_and_places_claims_and_acknowledges_an_order() throws IOException {
        Path compiled = compiled();

        String said = node(
                compiled.resolve("order.js"),
                BASE,
                stage.host("a") + ":" + Http.visitor().base().getPort(),
                stage.name("a1-slug"),
                pin("Kasse TypeScript"));

        assertThat(said).containsPattern("[0-9a-f-]{36} Tina Type TRANSFERRED_AUTO");
    }

    private static OrderInput order() {
        OptionInput small = new OptionInput().groupId("size").optionId("26");
        return new OrderInput()
                .location(stage.name("a1-slug"))
                .orderType(OrderType.PICKUP)
                .guest(new GuestInput()
                        .name("Jana Java")
                        .phone("+49 30 5550177")
                        .email("jana@gast.example"))
                .lines(List.of(new LineInput().articleId("101").quantity(2).options(List.of(small))))
                .payment(new PaymentInput().method(PaymentInput.MethodEnum.AT_PICKUP));
    }

    private static clients.shop.OrdersApi shop() {
        clients.shop.http.ApiClient client = new clients.shop.http.ApiClient();
        client.updateBaseUri(BASE);
        client.setRequestInterceptor(request -> request.header(
                "Host", stage.host("a") + ":" + Http.visitor().base().getPort()));
        return new clients.shop.OrdersApi(client);
    }

    private static clients.till.http.ApiClient till(String token) {
        clients.till.http.ApiClient client = new clients.till.http.ApiClient();
        client.updateBaseUri(BASE);
        if (!token.isEmpty())
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    /** Of a new till of the location, as hosting staff see it. */
    private static String pin(String name) {
        Asker.Answer shown = stage.asker("staff")
                .post("/portal/tills", Map.of("place", stage.name("a1"), "name", name, "kind", "CONTROL_TILL"));
        return ScopeStage.found(shown.body(), "id=\"pin\">([0-9-]+)<");
    }

    /** The program and both clients, checked and compiled. */
    private static Path compiled() throws IOException {
        Path clients = Path.of(System.getProperty("clients"));
        Path program = clients.resolve("order.ts");
        Path compiled = clients.resolveSibling("typescript-compiled");
        Files.copy(
                Folders.root().resolve("src/it/src/test/typescript/order.ts"),
                program,
                StandardCopyOption.REPLACE_EXISTING);
        node(
                Path.of(System.getProperty("typescript")),
                program.toString(),
                "--outDir",
                compiled.toString(),
                "--strict",
                "--noEmitOnError",
                "--skipLibCheck",
                "--module",
                "commonjs",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable");
        return compiled;
    }

    private static String node(Path script, String... arguments) {
        String node = Driver.ensureDriverInstalled(Map.of(), false)
                .createProcessBuilder()
                .command()
                .get(0);
        List<String> command = new java.util.ArrayList<>(List.of(node, script.toString()));
        command.addAll(List.of(arguments));
        Path log = TestRun.home().resolveSibling(script.getFileName() + ".out");
        try (Running running = Running.start(command, Map.of(), log)) {
            int code = running.awaitExit();
            String said = running.log();
            assertThat(code).as(said).isZero();
            return said;
        }
    }
}
