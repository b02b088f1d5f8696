package de.hypersoft.esolutions.tenancy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeTest {

    @ParameterizedTest
    @CsvSource({
        "GB,SW1A 1AA,SW1A1AA",
        "GB,sw1a1aa,SW1A1AA",
        "GB,sw1a 1aa,SW1A1AA",
        "GB,SW1A-1AA,SW1A1AA",
        "GB,n1 9gu,N19GU",
        "GB,\uff33\uff37\uff11\uff21\u3000\uff11\uff21\uff21,SW1A1AA",
        "SE,133 53,13353",
        "SE,13353,13353",
        "SE,SE-133\u00a053,13353",
        "SE,S-133 53,13353",
        "DE,10969,10969",
        "DE,D-10969,10969",
        "DE,D - 10969,10969",
        "DE,D\u201310969,10969",
        "DE,d10969,10969",
        "DE,\uff11\uff10\uff19\uff16\uff19,10969",
        "DE,\u202a10969\u202c,10969",
        "DE,\u0661\u0660\u0669\u0666\u0669,10969",
        "DE,10969 Berlin,10969",
        "DE,'D-10969, Berlin-Mitte',10969",
        "SE,133 53 Saltsjöbaden,13353",
        "AT,A-1010,1010",
        "AT,AT-1010,1010",
        "CH,CH-8001,8001",
        "NL,1012 ab,1012AB",
        "NL,NL-1012 AB,1012AB"
    })
    void one_postcode_is_the_same_in_every_way_people_write_it(String country, String given, String normal) {
        assertThat(Postcode.of(given, country).normal()).isEqualTo(normal);
        assertThat(Postcode.of(given, country)).isEqualTo(Postcode.of(normal, country));
    }

    @ParameterizedTest
    @CsvSource({
        "DE,1096,false",
        "DE,1O969,false",
        "DE,D-10969,true",
        "AT,0010,false",
        "GB,SW1A 1AA,true",
        "GB,SW1A,true",
        "GB,10969,false",
        "SE,133 53,true",
        "DE,'',false"
    })
    void what_is_no_postcode_there_does_not_fit(String country, String given, boolean fits) {
        assertThat(Postcode.of(given, country).fits()).isEqualTo(fits);
    }

    @Test
    void a_british_guest_is_delivered_to_by_the_whole_postcode_or_by_its_district() {
        List<DeliveryZone.Terms> zones = zones("SW1A", "SW1A 1AA", "n1 9gu");

        assertThat(Postcode.of("sw1a1aa", "GB").among(zones))
                .map(DeliveryZone.Terms::postcode)
                .contains("SW1A 1AA");
        assertThat(Postcode.of("SW1A 2AA", "GB").among(zones))
                .map(DeliveryZone.Terms::postcode)
                .contains("SW1A");
        assertThat(Postcode.of("N19GU", "GB").among(zones))
                .map(DeliveryZone.Terms::postcode)
                .contains("n1 9gu");
        assertThat(Postcode.of("N1 9GX", "GB").among(zones)).isEmpty();
        assertThat(Postcode.of("", "GB").among(zones)).isEmpty();
    }

    private static List<DeliveryZone.Terms> zones(String... postcodes) {
        Money free = Money.zero(Currency.getInstance("GBP"));
        return Arrays.stream(postcodes)
                .map(code -> new DeliveryZone.Terms(code, free, free, null))
                .toList();
    }
}
