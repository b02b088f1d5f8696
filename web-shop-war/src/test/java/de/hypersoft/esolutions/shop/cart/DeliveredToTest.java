package de.hypersoft.esolutions.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.shop.Refused;
import de.hypersoft.esolutions.shop.view.OpenShop;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveredToTest {

    private static final Money NONE = Money.of(0, "EUR");

    private final ShopLocation location = OpenShop.delivering(
            List.of(new DeliveryZone.Terms("10117", NONE, NONE, null)), OpenShop.daily("11:00", "22:00"));

    @Test
    void a_typing_error_is_told_from_a_place_to_which_nobody_delivers() {
        assertThatCode(() -> DeliveredTo.check(location, "10117", "postcode")).doesNotThrowAnyException();
        assertThat(refused("20095").code()).isEqualTo("outside-delivery-area");
        for (String typed : new String[] {"1011", "101177", "Berlin", "1O117"}) {
            assertThat(refused(typed).code()).as(typed).isEqualTo("no-postcode");
            assertThat(refused(typed).parameters()).containsEntry("field", "postcode");
        }
    }

    private Refusal refused(String typed) {
        return Refused.of(() -> DeliveredTo.check(location, typed, "postcode"));
    }
}
