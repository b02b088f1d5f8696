package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The mail a guest gets at once (L16), from the order to the page it leads to. */
@SystemTest
class ConfirmationIT {

    private static final Pattern LINK = Pattern.compile("http://\\S+/orders/\\S+");

    @Test
    void L16_the_confirmation_leads_to_the_status_page_of_the_order() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        String guest = "g" + UUID.randomUUID() + "@gast.example";
        JsonObject placed = Storefront.placed(
                Http.visitor(), Storefront.pizza("linde-mitte").replace("gerda@gast.example", guest));

        List<MailServer.Mail> mails =
                eventually("the confirmation", () -> MailServer.mailsTo(guest), m -> !m.isEmpty());
        Matcher link = LINK.matcher(mails.get(0).text());

        assertThat(link.find()).as(mails.get(0).text()).isTrue();
        URI address = URI.create(link.group());
        assertThat(address.getPort()).isEqualTo(Http.visitor().base().getPort());
        HttpResponse<String> page = Http.on(address.resolve("/").toString()).get(address.getPath());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(placed.getString("orderNumber"));
    }
}
