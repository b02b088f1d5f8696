package de.hypersoft.esolutions.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrandFileTest {

    private final String demo;

    BrandFileTest() throws IOException {
        demo = Files.readString(Path.of("..", "demo", "brand.json"));
    }

    @Test
    void a_file_is_read_as_JSON_binds_it() {
        assertThat(BrandFile.ofNew(demo)).isEqualTo(Json.read(demo, BrandDocument.class));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_each_with_its_place() {
        String file = demo.replaceFirst("\"linde\"", "\"Linde\"")
                .replace("#2f6b3a", "green")
                .replaceFirst("\"kind\": \"DEMO\"", "\"kind\": \"RENTED\"")
                .replaceFirst("\"Linde Mitte\"", "\"\"")
                .replaceFirst("\"030 555 0110\"", "\"1\"")
                .replaceFirst("Europe/Berlin", "Europe/Bonn")
                .replaceFirst("\"leadMinutes\": 20", "\"leadMinutes\": 900")
                .replaceFirst("\"MONDAY\"", "\"MONTAG\"")
                .replaceFirst("\"00:00\"", "\"24 Uhr\"")
                .replaceFirst("\"10115\"", "\"1\"")
                .replaceFirst("\"2.50\"", "\"2,50\"")
                .replaceFirst("\"CONTROL_TILL\"", "7");

        assertThat(places(file))
                .containsExactlyInAnyOrder(
                        tuple("locations[0].tills[0].kind", "unreadable-brand"),
                        tuple("brand.slug", "invalid-slug"),
                        tuple("brand.colour", "invalid-colour"),
                        tuple("hosts[0].kind", "unreadable-value"),
                        tuple("locations[0].timeZone", "unreadable-value"),
                        tuple("locations[0].name", "required"),
                        tuple("locations[0].phone", "required"),
                        tuple("locations[0].leadMinutes", "out-of-range"),
                        tuple("locations[0].hours[0].days[0]", "unreadable-value"),
                        tuple("locations[0].hours[0].from", "unreadable-value"),
                        tuple("locations[0].zones[0].postcodes[0]", "invalid-postcode"),
                        tuple("locations[0].zones[0].fee", "invalid-amount"));
    }

    @Test
    void people_are_looked_at_in_the_file_of_a_new_brand_and_not_in_a_change() {
        String file = demo.replaceFirst("\"MANAGER\"", "\"STAFF\"").replaceFirst("\"\\*\"", "\"nowhere\"");

        assertThat(places(file))
                .containsExactlyInAnyOrder(
                        tuple("users[0].role", "staff-by-file"), tuple("users[0].locations[0]", "unknown-location"));
        assertThat(BrandFile.ofChange(file).users()).isNotEmpty();
    }

    @Test
    void nobody_is_told_of_twice_under_one_login_or_one_address() {
        BrandDocument once = BrandFile.ofNew(demo);
        BrandDocument twice = new BrandDocument(
                once.brand(),
                once.hosts(),
                List.of(once.locations().get(0), once.locations().get(0)),
                List.of(manager("Eva", "*"), manager("eva ", "*"), manager("x", "*")));

        assertThat(places(Json.write(twice)))
                .containsExactly(
                        tuple("locations[1].slug", "slug-taken"),
                        tuple("users[1].login", "login-taken"),
                        tuple("users[2].login", "required"));
    }

    @Test
    void a_brand_sells_in_the_currency_of_its_locations_and_its_second_mail_comes_after_the_first() {
        String file = demo.replaceFirst("\"EUR\"", "\"CHF\"")
                .replaceFirst("\"secondContactAfterSeconds\": 600", "\"secondContactAfterSeconds\": 299");

        assertThat(places(file))
                .containsExactly(
                        tuple("locations[0].secondContactAfterSeconds", "out-of-range"),
                        tuple("brand.currency", "currency-of-country"));
    }

    @Test
    void a_password_is_a_fault_of_the_file_for_whoever_only_looks() {
        assertThat(BrandFile.check(demo.getBytes(StandardCharsets.UTF_8)))
                .extracting(FileFault::pointer, FileFault::code)
                .contains(tuple("/users/0/password", "password-in-file"))
                .extracting(place -> place.toList().get(1))
                .containsOnly("password-in-file");
        assertThat(BrandFile.check(new byte[] {(byte) 0xFC}))
                .extracting(FileFault::code)
                .containsExactly("not-utf-8");
    }

    @Test
    void what_may_be_left_out_is_exactly_what_the_records_call_nullable() {
        Set<String> nullable = Stream.concat(
                        Stream.of(BrandDocument.class, LocationDocument.class),
                        Arrays.stream(BrandDocument.class.getDeclaredClasses()))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());

        assertThat(RecordReader.OPTIONAL).isEqualTo(nullable);
    }

    @Test
    void half_a_character_and_a_number_that_is_too_large_are_no_values() {
        assertThat(places(demo.replaceFirst("Linde Mitte", "Linde \\\\ud800")
                        .replaceFirst("\"leadMinutes\": 20", "\"leadMinutes\": 4294967296")))
                .containsExactly(
                        tuple("locations[0].name", "unreadable-brand"),
                        tuple("locations[0].leadMinutes", "unreadable-brand"));
    }

    @Test
    void a_postcode_has_the_terms_of_one_zone_however_it_is_spelt() {
        BrandDocument.Zone zone =
                new BrandDocument.Zone(List.of("10115", " 10115", "10117"), "10.00", "1.00", null, null);
        BrandDocument.Zone other = new BrandDocument.Zone(List.of("10119", "10117"), "10.00", "1.00", null, null);
        String zones = Json.write(new Zones(List.of(zone, other)));
        String file = demo.replaceFirst("(?s)\"zones\": \\[.*?\\}\\s*\\]", zones.substring(1, zones.length() - 1));

        assertThat(places(file))
                .containsExactly(
                        tuple("locations[0].zones[0].postcodes[1]", "postcode-twice"),
                        tuple("locations[0].zones[1].postcodes[1]", "postcode-twice"));
        assertThatThrownBy(() -> BrandFile.ofChange(file)).isInstanceOf(BrandRefused.class);
    }

    public record Zones(List<BrandDocument.Zone> zones) {}

    @Test
    void what_holds_on_no_day_for_no_order_and_nowhere_is_most_likely_forgotten() {
        String file = demo.replaceFirst("(?s)\"days\": \\[.*?\\]", "\"days\": []")
                .replaceFirst("(?s)\"orderTypes\": \\[.*?\\]", "\"orderTypes\": []")
                .replaceFirst("(?s)\"postcodes\": \\[.*?\\]", "\"postcodes\": []");

        assertThat(places(file))
                .containsExactlyInAnyOrder(
                        tuple("locations[0].orderTypes", "required"),
                        tuple("locations[0].hours[0].days", "required"),
                        tuple("locations[0].zones[0].postcodes", "required"));
    }

    @Test
    void a_file_that_is_cut_off_is_told_so_without_a_place() {
        byte[] half = demo.substring(0, demo.length() / 2).getBytes(StandardCharsets.UTF_8);

        assertThat(BrandFile.check(half)).hasSize(1).allSatisfy(fault -> assertThat(fault.facts())
                .containsKey("cut")
                .doesNotContainKey("line"));
    }

    @Test
    void what_stands_twice_is_refused_where_it_stands() {
        assertThat(places(demo.replaceFirst("\"fee\": ", "\"fee\": \"0.00\", \"fee\": ")
                        .replaceFirst("\"users\"", "\"hosts\": [], \"users\"")))
                .contains(tuple("locations[0].zones[0].fee", "member-twice"), tuple("hosts", "member-twice"));
    }

    @Test
    void the_refusal_is_that_of_the_first_fault() {
        assertThatThrownBy(() -> BrandFile.ofNew(demo.replace("#2f6b3a", "green")))
                .isInstanceOfSatisfying(BrandRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("invalid-colour");
                    assertThat(refused.field()).isEqualTo("brand.colour");
                    assertThat(refused.parameters()).containsEntry("field", "brand.colour");
                });
    }

    private static BrandDocument.Person manager(String login, String location) {
        return new BrandDocument.Person(login, "Eva", "MANAGER", List.of(location), null, null);
    }

    private static List<org.assertj.core.groups.Tuple> places(String file) {
        try {
            BrandFile.ofNew(file);
            return List.of();
        } catch (BrandRefused refused) {
            return refused.faults().stream()
                    .map((Invalid fault) -> tuple(fault.field(), fault.code()))
                    .toList();
        }
    }
}
