package de.hypersoft.esolutions.portal.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.onboarding.LocationDocument;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembersTest {

    @Test
    void what_may_be_left_out_is_not_missed() {
        assertThatCode(() -> Members.requireAll(
                        List.of(
                                new BrandDocument.Hours(List.of("MONDAY"), null, "11:00", "22:00"),
                                new BrandDocument.Zone(List.of("10115"), "15.00", "2.50", null, null)),
                        "parts"))
                .doesNotThrowAnyException();
    }

    @Test
    @SuppressWarnings("NullAway") // as a file may leave it out
    void a_missing_member_is_named_with_its_place() {
        List<BrandDocument.Zone> zones = List.of(new BrandDocument.Zone(List.of("10115"), null, "2.50", null, null));

        assertThatThrownBy(() -> Members.requireAll(zones, "zones"))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo("zones[0].minimum"));
    }

    /** The server has no annotations at hand; this list must not drift from what the records say. */
    @Test
    void optional_is_exactly_what_the_records_call_nullable() {
        Set<String> nullable = Stream.concat(
                        Stream.of(BrandDocument.class, LocationDocument.class),
                        Arrays.stream(BrandDocument.class.getDeclaredClasses()))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());

        assertThat(Members.OPTIONAL).isEqualTo(nullable);
    }
}
