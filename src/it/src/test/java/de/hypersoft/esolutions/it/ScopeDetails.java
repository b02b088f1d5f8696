package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** What else has an address in the portal: a guest's wish, blocks of guests, a session. And a picture to be shown. */
final class ScopeDetails {

    private final Asker staff;
    private final String brand;

    ScopeDetails(Asker staff, String brand) {
        this.staff = staff;
        this.brand = brand;
    }

    /** Asked from the page of an order. @return its id */
    String wish(Asker guest, String host, String token) {
        Asker.Answer page = guest.send("GET", "/orders/" + token, host, "", "");
        guest.keep(page);
        String form = guest.encoded(
                Map.of("token", found(page.body(), "name=\"token\" value=\"([^\"]+)\""), "wish", "EXPORT"));
        Asker.Answer asked =
                guest.send("POST", "/orders/" + token + "/guest-data", host, "application/x-www-form-urlencoded", form);
        assertThat(asked.status()).as(asked.body()).isEqualTo(303);
        return found(page("/portal/guests"), "/portal/guests/one/requests/([0-9a-f-]{36})/answer");
    }

    /** @return the id of the newest block, which holds at the order's location or for all of the brand */
    String block(String order, boolean everywhere) {
        Map<String, String> form = everywhere
                ? Map.of("order", order, "reason", "Spaß", "everywhere", "true")
                : Map.of("order", order, "reason", "Spaß");
        Asker.Answer blocked = staff.post("/portal/guests/blocked?location=" + brand, form);
        assertThat(blocked.status()).as(blocked.body()).isEqualTo(303);
        return found(page("/portal/guests/blocked"), "/portal/guests/blocked/([0-9a-f-]{36})/end");
    }

    /** Somewhere else, of the same person. @return its id */
    String session() {
        Set<String> before = sessions();
        Asker.signedIn("hosting", "demo-hosting");
        Set<String> after = sessions();
        after.removeAll(before);
        assertThat(after).hasSize(1);
        return after.iterator().next();
    }

    private Set<String> sessions() {
        return Pattern.compile("/portal/account/sessions/([0-9a-f-]{36})/end")
                .matcher(staff.get("/portal/account").body())
                .results()
                .map(session -> session.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static byte[] picture() {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(String path) {
        return staff.get(path + "?location=" + brand).body();
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }
}
