package de.hypersoft.esolutions.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.shop.view.OpenShop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillTest {

    @Test
    void a_total_in_francs_is_exact_and_what_is_paid_of_it_in_cash_stands_beside_it() {
        assertThat(bill(12_33, "CHF").total()).isEqualTo("12,33\u00a0CHF");
        assertThat(bill(12_33, "CHF").cash()).isEqualTo("12,35\u00a0CHF");
        assertThat(bill(12_30, "CHF").cash()).isEmpty();
        assertThat(bill(12_33, "EUR").cash()).isEmpty();
    }

    private static Bill bill(long minor, String currency) {
        return Bill.of(
                List.of(), Money.of(minor, currency), List.of(), OpenShop.page(Instant.parse("2026-11-22T18:00:00Z")));
    }
}
