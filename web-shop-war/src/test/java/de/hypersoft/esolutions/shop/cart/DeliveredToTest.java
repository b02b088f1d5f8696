package de.hypersoft.esolutions.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.shop.Refused;
import de.hypersoft.esolutions.shop.view.OpenShop;
import de.hypersoft.esolutions.tenancy.OrderType;
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

    @Test
    void the_times_of_a_delivery_are_asked_for_where_one_is_brought_to_or_before_that_is_known() {
        assertThat(DeliveredTo.terms(location, OrderType.DELIVERY, "10117", "postcode"))
                .isEqualTo(location.zones().get(0));
        assertThat(DeliveredTo.terms(location, OrderType.DELIVERY, " ", "postcode"))
                .isNull();
        assertThat(DeliveredTo.terms(location, OrderType.PICKUP, "99999", "postcode"))
                .isNull();
        for (String nowhere : new String[] {"99999", "Berlin"}) {
            Refusal refused = Refused.of(() -> DeliveredTo.terms(location, OrderType.DELIVERY, nowhere, "postcode"));
            assertThat(refused.code()).isEqualTo("outside-delivery-area");
            assertThat(refused.parameters()).containsEntry("field", "postcode").containsEntry("postcode", nowhere);
        }
    }

    private Refusal refused(String typed) {
        return Refused.of(() -> DeliveredTo.check(location, typed, "postcode"));
    }
}
