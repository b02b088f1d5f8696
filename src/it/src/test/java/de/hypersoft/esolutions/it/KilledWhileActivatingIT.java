package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The server is killed at ten moments while a certificate is put in the place of another, from the click to the end of
 * the proof and beyond. What is served afterwards is the old one or the new one, never none and never another host's.
 */
@OwnServers
@Tag("long")
class KilledWhileActivatingIT {

    private static final int FURTHER = 160;
    private static final String HOST = "shop.gasthaus-linde.example";
    private static final String BESIDE = "bestellen.gasthaus-linde.example";
    private static final String PASSWORD = "passwort 10";
    private static final int[] MOMENTS = {0, 15, 40, 80, 150, 250, 400, 700, 1_200, 2_500};
    private static final TestPki PKI = pki();

    private static Server server;
    private static DomainStaff staff;
    private static DomainStaff beside;

    private static TestPki pki() {
        TestPki pki = new TestPki(TestRun.home().resolveSibling("pki-killed")).leaf("beside", BESIDE, 90);
        IntStream.rangeClosed(0, MOMENTS.length).forEach(i -> pki.leaf("n" + i, HOST, 90 + i));
        return pki;
    }

    @BeforeAll
    static void two_domains_are_served() {
        server = Server.started(
                "killed-while-activating",
                FURTHER,
                Map.of("DNS_SERVER", "127.0.0.1:9"),
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        staff = new DomainStaff(server, HOST);
        beside = new DomainStaff(server, BESIDE);
        serves(staff, HOST, "n0");
        serves(beside, BESIDE, "beside");
    }

    @AfterAll
    static void end() {
        if (staff != null) staff.close();
        if (beside != null) beside.close();
        if (server != null) server.close();
    }

    @Test
    void what_is_served_is_the_old_one_or_the_new_one_and_the_page_says_the_same() throws IOException {
        Set<String> ended = new LinkedHashSet<>();
        String old = "n0";
        for (int i = 0; i < MOMENTS.length; i++) {
            String moment = "killed after " + MOMENTS[i] + " ms";
            String next = "n" + (i + 1);
            assertThat(staff.upload(PKI.pfx(next, PASSWORD), PASSWORD)).containsExactly("private-authority");
            killedWhileActivating(MOMENTS[i]);
            server.start();

            Set<String> shown = new LinkedHashSet<>();
            Eventually.within(
                    Duration.ofMinutes(1),
                    moment + ": the proof ended",
                    () -> {
                        shown.add(staff.serialShown(HOST));
                        return staff.open().content();
                    },
                    content -> !content.contains("icon-timer")
                            && page().locator(".notice-info").count() == 0);
            shown.add(staff.serialShown(HOST));

            assertThat(PKI.serial(old)).as(moment).isNotEqualTo(PKI.serial(next));
            assertThat(shown).as(moment).isSubsetOf(PKI.serial(old), PKI.serial(next));
            assertThat(number(onPage(staff))).as(moment + ": on the page").isEqualTo(number(staff.serialShown(HOST)));
            assertThat(beside.serialShown(BESIDE)).as(moment).isEqualTo(PKI.serial("beside"));
            assertThat(number(onPage(beside))).as(moment).isEqualTo(number(PKI.serial("beside")));
            try (TlsLine line = TlsLine.to(server.port(8443), HOST)) {
                assertThat(line.get(HOST, "/")).as(moment).startsWith("HTTP/1.1 200");
            }
            boolean replaced = staff.serialShown(HOST).equals(PKI.serial(next));
            ended.add(replaced ? "new" : "old");
            System.out.println(moment + ": " + (replaced ? "the new one" : "the old one") + ", on the way " + shown);
            if (!replaced) staff.activate(); // as a person does who finds it waiting still
            staff.awaitShown(HOST, PKI.serial(next));
            old = next;
        }
        assertThat(ended).as("moments before and after the decision").containsExactlyInAnyOrder("old", "new");
    }

    private static void killedWhileActivating(int millis) {
        CompletableFuture<Void> killed;
        try {
            page().locator("form[action$='/activate'] button.button-big")
                    .click(new Locator.ClickOptions().setNoWaitAfter(true));
        } catch (PlaywrightException gone) {
            throw new AssertionError(gone);
        } finally {
            killed = CompletableFuture.runAsync(
                    server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
        }
        killed.join();
    }

    private static void serves(DomainStaff person, String host, String name) {
        person.signIn();
        person.register(host);
        assertThat(person.upload(PKI.pfx(name, PASSWORD), PASSWORD)).containsExactly("private-authority");
        person.activate();
        person.awaitShown(host, PKI.serial(name));
    }

    private static Page page() {
        return staff.browser().page();
    }

    /** Of the certificate that the domain's page calls in service. */
    private static String onPage(DomainStaff person) {
        Page page = person.open();
        assertThat(page.locator("section:has(#certificate) .state-ok").count()).isPositive();
        return page.locator("section:has(#certificate) dl.facts dt:text-is('Seriennummer') + dd code")
                .textContent();
    }

    private static BigInteger number(String serial) {
        return new BigInteger(serial.replaceAll("[^0-9A-Fa-f]", ""), 16);
    }
}
