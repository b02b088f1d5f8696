package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody's file is read before it is known who sends it, and that a page of ours asked for it. */
@SystemTest
class UploadDoorIT {

    private static final URI PORTAL = Http.visitor().base();
    private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;
    private static final String BEGIN = "--x\r\nContent-Disposition: form-data; name=\"";

    @Test
    void twenty_megabytes_of_a_stranger_are_passed_over_and_never_stored_and_he_is_sent_to_the_sign_in_page()
            throws IOException {
        long before = stored();
        try (Socket line = new Socket(PORTAL.getHost(), PORTAL.getPort())) {
            line.setSoTimeout(15_000);
            announce(line, "/portal/tenants", "", TWENTY_MEGABYTES);

            assertThat(head(line)).startsWith("HTTP/1.1 303 ").contains("/portal/sign-in");
            send(line, TWENTY_MEGABYTES);
            assertThat(stored()).isEqualTo(before);
            announce(line, "/portal/tenants", "", 0);
            assertThat(head(line)).as("the next request of his line").startsWith("HTTP/1.1 303 ");
        }
    }

    @Test
    void whoever_is_told_that_his_body_is_too_large_may_send_it_to_its_end() throws IOException {
        for (String page : new String[] {"/portal/sign-in", "/api/v1/orders", "/portal/api/pos/v1/pairings"}) {
            try (Socket line = new Socket(PORTAL.getHost(), PORTAL.getPort())) {
                line.setSoTimeout(15_000);
                announce(line, page, "", 300 * 1024, "application/x-www-form-urlencoded");
                assertThat(head(line)).as(page).startsWith("HTTP/1.1 4");

                send(line, 300 * 1024);
            }
        }
    }

    @Test
    void a_manager_who_is_no_hosting_staff_is_refused_before_the_first_byte() throws IOException {
        Asker manager = Asker.signedIn("linde", "demo-linde");
        for (String page : new String[] {"/portal/tenants", "/portal/domains/linde.localhost/certificates"}) {
            try (Socket line = new Socket(PORTAL.getHost(), PORTAL.getPort())) {
                line.setSoTimeout(15_000);
                announce(line, page, manager.cookie(), 6 * 1024 * 1024);

                assertThat(head(line)).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void a_stranger_s_form_of_two_hundred_kilobytes_is_refused_before_the_first_byte() throws IOException {
        for (String page : new String[] {"/portal/sign-in", "/portal/password-reset", "/portal/language"}) {
            try (Socket line = new Socket(PORTAL.getHost(), PORTAL.getPort())) {
                line.setSoTimeout(15_000);
                announce(line, page, "", 200 * 1024, "application/x-www-form-urlencoded");

                assertThat(head(line)).as(page).startsWith("HTTP/1.1 413 ");
            }
        }
        assertThat(Http.visitor()
                        .post("/portal/sign-in", Map.of("login", "x".repeat(20_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_form_without_the_token_of_the_session_is_refused_by_its_first_part() throws IOException {
        Asker staff = Asker.signedIn("hosting", "demo-hosting");
        for (String first : new String[] {BEGIN + "csrf\"\r\n\r\nguessed.token\r\n", BEGIN + "brand\"\r\n\r\n{}\r\n"}) {
            try (Socket line = new Socket(PORTAL.getHost(), PORTAL.getPort())) {
                line.setSoTimeout(15_000);
                announce(line, "/portal/tenants", staff.cookie(), 6 * 1024 * 1024);
                line.getOutputStream().write((first + BEGIN + "b\"\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                line.getOutputStream().write(new byte[8 * 1024]);

                assertThat(head(line)).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void a_file_that_comes_with_its_token_is_read_and_judged() {
        Asker staff = Asker.signedIn("hosting", "demo-hosting");

        assertThat(staff.upload("/portal/tenants", "brand", "{}").status()).isEqualTo(422);
        assertThat(staff.upload("/portal/tenants", "brand", "x".repeat(1_500_000))
                        .body())
                .contains("1 MB");
    }

    @Test
    void a_file_far_too_large_is_refused_unread_with_how_large_it_may_be_and_a_way_back_to_its_form()
            throws IOException {
        Asker staff = Asker.signedIn("hosting", "demo-hosting");
        Asker manager = Asker.signedIn("linde", "demo-linde");
        refusesUnread(staff, "/portal/tenants", "1 MB", "/portal/tenants");
        refusesUnread(
                staff, "/portal/domains/linde.localhost/certificates", "256 kB", "/portal/domains/linde.localhost");
        refusesUnread(manager, "/portal/brand", "6 MB", "/portal/brand");
    }

    private static void refusesUnread(Asker sender, String page, String limit, String form) throws IOException {
        try (Socket line = new Socket(PORTAL.getHost(), PORTAL.getPort())) {
            line.setSoTimeout(15_000);
            announce(line, page, sender.cookie(), TWENTY_MEGABYTES);

            assertThat(until(line, "</html>"))
                    .startsWith("HTTP/1.1 413 ")
                    .contains(limit, "<a class=\"button\" href=\"" + form + "\">");
        }
    }

    @Test
    void each_form_has_a_token_of_its_own_and_an_older_one_still_counts() {
        Asker manager = Asker.signedIn("linde", "demo-linde");
        Asker.Answer once = manager.get("/portal/account");
        Asker.Answer again = manager.get("/portal/account");

        assertThat(Asker.tokens(once.body()))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(Asker.tokens(again.body()));
        assertThat(manager.post(
                                "/portal/language",
                                Map.of("csrf", Asker.tokens(once.body()).get(0)))
                        .status())
                .isEqualTo(303);
        assertThat(manager.post("/portal/language", Map.of("csrf", "x.y")).status())
                .isEqualTo(403);
    }

    @Test
    void by_https_our_cookies_are_the_host_s_alone_and_others_do_not_count() throws IOException {
        try (TlsLine line = TlsLine.toShared("localhost")) {
            String head = line.head("localhost", "/portal/sign-in");
            assertThat(head)
                    .containsPattern("(?i)set-cookie: __Host-portal_form=")
                    .containsPattern("(?i); ?secure");
            assertThat(head)
                    .containsPattern("(?i)set-cookie: __Host-[^\r\n]*path=\"?/\"?[;\r]")
                    .doesNotContain("Domain=");
            String session = Asker.signedIn("linde", "demo-linde").cookie();
            assertThat(line.head("localhost\r\nCookie: " + session, "/portal/account"))
                    .startsWith("HTTP/1.1 303 ");
            assertThat(line.head(
                            "localhost\r\nCookie: " + session.replace("portal_session", "__Host-portal_session"),
                            "/portal/account"))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(Http.visitor().get("/portal/sign-in").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("__Host-") || cookie.contains("Secure"));
    }

    private static void announce(Socket line, String path, String cookie, int length) throws IOException {
        announce(line, path, cookie, length, "multipart/form-data; boundary=x");
    }

    private static void announce(Socket line, String path, String cookie, int length, String type) throws IOException {
        line.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: " + PORTAL.getAuthority() + "\r\n"
                                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                                + "Content-Type: " + type + "\r\nContent-Length: " + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(Socket line) throws IOException {
        return until(line, "\r\n\r\n");
    }

    private static String until(Socket line, String end) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = line.getInputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith(end)) {
            int next = in.read();
            if (next < 0) throw new IOException("closed after: " + head);
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static void send(Socket line, int length) throws IOException {
        byte[] part = new byte[8 * 1024];
        for (int sent = 0; sent < length; sent += part.length)
            line.getOutputStream().write(part);
    }

    /** Files below the server's folder for passing ones. */
    private static long stored() throws IOException {
        Path folder = TestRun.home().resolve("tmp");
        if (!Files.isDirectory(folder)) return 0;
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
