package de.hypersoft.esolutions.portal.locations;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocationFormTest {

    @Test
    void saving_the_form_as_it_was_shown_changes_nothing() {
        LocationDetails details = new LocationDetails(
                "Linde Mitte",
                "Lindenstraße 1",
                "10969",
                "Berlin",
                "DE",
                "030 1",
                "Linde GmbH",
                "Impressum",
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP),
                20,
                "kueche@linde.example",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                new LocationLimits(35, 4, Duration.ofMinutes(90), Duration.ofMinutes(7), Duration.ofMinutes(45)));

        LocationForm shown = LocationForm.of(details, new OpeningHours(details.zone(), List.of()));

        assertThat(shown.details()).isEqualTo(details);
    }
}
