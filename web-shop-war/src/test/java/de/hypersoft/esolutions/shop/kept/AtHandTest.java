package de.hypersoft.esolutions.shop.kept;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.outbox.Changed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered a moment ago is said again without the ordinary way, and nothing else is. */
@Timeout(60)
class AtHandTest {

    private final ShopDoor door = new ShopDoor();

    @AfterEach
    void stop() {
        door.close();
    }

    @Test
    void the_same_question_is_answered_with_the_same_words_and_headers() throws IOException {
        String first = door.ask("/linde?type=PICKUP", "linde.x", "Accept: text/html\r\n");
        String again = door.ask("/linde?type=PICKUP", "linde.x", "Accept: text/html\r\n");

        assertThat(lines(again)).containsExactlyInAnyOrderElementsOf(lines(first));
        assertThat(first).contains("shop_place", "shop_lang", "Content-Security-Policy");
        assertThat(door.ordinary).hasValue(1);
    }

    @Test
    void nobody_is_given_the_answer_to_another_question() throws IOException {
        List<String[]> questions = new ArrayList<>();
        for (String address : List.of("/linde", "/linde?type=PICKUP", "/linde?type=DELIVERY", "/linde/articles/1"))
            for (String host : List.of("linde.x", "tanne.x", "linde.x:8080"))
                for (String language : List.of("", "Accept-Language: de\r\n", "Accept-Language: en\r\n"))
                    for (String accept : List.of("", "Accept: text/html\r\n"))
                        for (String cookie : List.of(
                                "",
                                "shop_place=a",
                                "shop_place=b",
                                "shop_lang=en",
                                "other=1; shop_lang=en; shop_place=a"))
                            questions.add(new String[] {
                                address,
                                host,
                                language + accept + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                            });
        List<String> first = new ArrayList<>();
        for (String[] each : questions) first.add(door.ask(each[0], each[1], each[2]));
        assertThat(door.ordinary).hasValue(questions.size());

        for (int i = 0; i < questions.size(); i++) {
            String[] each = questions.get(i);
            assertThat(lines(door.ask(each[0], each[1], each[2])))
                    .containsExactlyInAnyOrderElementsOf(lines(first.get(i)));
        }
        assertThat(door.ordinary).hasValue(questions.size());
    }

    @Test
    void a_guest_is_given_what_holds_for_anybody_alone() throws IOException {
        door.forAnybody = false;
        String guest = "Cookie: shop_guest=abc\r\n";
        door.ask("/linde", "linde.x", "");
        door.ask("/linde", "linde.x", guest);
        door.ask("/linde", "linde.x", guest);
        assertThat(door.ordinary).hasValue(3);

        door.forAnybody = true;
        door.ask("/linde", "linde.x", guest);
        door.ask("/linde", "linde.x", "Cookie: shop_guest=another\r\n");
        assertThat(door.ordinary).hasValue(4);
    }

    @Test
    void it_is_confirmed_by_the_ordinary_way_every_half_second() throws IOException {
        door.ask("/linde", "linde.x", "");
        door.ask("/linde?type=PICKUP", "linde.x", "");
        door.later(200);
        door.ask("/linde", "linde.x", "");
        assertThat(door.ordinary).hasValue(2);
        door.later(400);
        door.ask("/linde", "linde.x", "");
        assertThat(door.ordinary).hasValue(3);

        door.ask("/linde?type=PICKUP", "linde.x", "");
        assertThat(door.ordinary).as("one question confirms the others").hasValue(3);
    }

    @Test
    void before_the_half_second_is_over_one_question_looks_again_for_all() throws IOException {
        door.ask("/linde", "linde.x", "");
        door.ask("/linde?type=PICKUP", "linde.x", "");
        door.later(300);

        for (int i = 0; i < 3; i++) {
            door.ask("/linde", "linde.x", "");
            door.ask("/linde?type=PICKUP", "linde.x", "");
        }
        assertThat(door.ordinary).hasValue(3);
    }

    @Test
    void in_another_minute_it_is_said_anew() throws IOException {
        door.now = door.now.plusMillis(49_900);
        String before = door.ask("/linde", "linde.x", "");
        door.later(200);

        assertThat(door.ask("/linde", "linde.x", "")).isNotEqualTo(before).contains("12:01");
    }

    @Test
    void a_change_on_this_node_is_seen_at_once() throws IOException {
        for (Changed.What what : List.of(Changed.What.MENU, Changed.What.AVAILABILITY)) {
            door.ask("/linde", "linde.x", "");
            door.revision++;
            door.atHand.onChange(new Changed(what, UUID.randomUUID(), door.location.value(), door.location.value()));
            assertThat(door.ask("/linde", "linde.x", "")).contains("revision " + door.revision);
        }
        door.shop = ShopDoor.shop("Linde im Park");
        door.atHand.onChange(
                new Changed(Changed.What.LOCATION, UUID.randomUUID(), door.location.value(), door.location.value()));
        assertThat(door.ask("/linde", "linde.x", "")).contains("Linde im Park");
    }

    @Test
    void what_another_question_saw_of_the_shop_holds_for_all() throws IOException {
        door.ask("/linde", "linde.x", "");
        door.revision++;
        door.ask("/linde?type=PICKUP", "linde.x", "");
        assertThat(door.ask("/linde", "linde.x", "")).contains("revision 2");

        door.shop = ShopDoor.shop("Linde im Park");
        door.ask("/linde/articles/1", "linde.x", "");
        assertThat(door.ask("/linde", "linde.x", "")).contains("Linde im Park");

        door.pictures = List.of("pizza.jpg", "pasta.jpg");
        door.ask("/linde/articles/2", "linde.x", "");
        assertThat(door.ask("/linde", "linde.x", "")).contains("pasta.jpg");
    }

    @Test
    void as_long_as_nothing_changes_an_answer_is_good_for_its_minute() throws IOException {
        door.ask("/linde", "linde.x", "");
        for (int second = 0; second < 40; second++) {
            door.later(1_000);
            door.pictures = List.copyOf(door.pictures.stream().map(String::new).toList());
            door.ask("/linde/articles/" + second, "linde.x", "");
            int before = door.ordinary.get();
            door.ask("/linde", "linde.x", "");
            assertThat(door.ordinary).hasValue(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Range: bytes=0-9",
                "If-Range: \"x\"",
                "If-Match: \"x\"",
                "If-Unmodified-Since: Tue, 01 Dec 2026 12:00:00 GMT",
                "Content-Type: text/plain",
                "Content-Encoding: gzip",
                "Content-Length: 0",
                "Accept: a\r\nAccept: b",
                "Cookie: shop_place=a; shop_place=b",
                "Cookie: shop_place=\"a\"",
                "Cookie: shop_lang =en",
                "Cookie: shop_lang=de; shop_lang  =en",
                "Cookie: x=1;\tshop_lang=en",
                "Cookie: x=1,shop_lang=en",
                "Cookie: x=\"1; y\""
            })
    void what_is_no_plain_question_goes_on_the_ordinary_way(String odd) throws IOException {
        door.ask("/linde", "linde.x", odd + "\r\n");
        door.ask("/linde", "linde.x", odd + "\r\n");

        assertThat(door.ordinary).hasValue(2);
    }

    @Test
    void who_has_it_is_told_so_by_whatever_tag_of_it() throws IOException {
        String tag = door.ask("/linde", "linde.x", "").replaceAll("(?s).*ETag: W/(\"[^\"]*\").*", "$1");

        for (String known : List.of("W/" + tag, tag, "\"other\", W/" + tag, "*"))
            assertThat(door.ask("/linde", "linde.x", "If-None-Match: " + known + "\r\n"))
                    .startsWith("HTTP/1.1 304")
                    .contains("ETag: W/" + tag)
                    .doesNotContain("revision", "Content-Type", "Content-Encoding");
        assertThat(door.ask("/linde", "linde.x", "If-None-Match: \"other\"\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(door.ordinary).hasValue(1);
    }

    @Test
    void it_is_sent_packed_to_who_takes_that_and_only_its_head_to_who_asks_for_that() throws IOException {
        String plain = door.ask("/linde", "linde.x", "");
        String packed = door.ask("/linde", "linde.x", "Accept-Encoding: br, gzip\r\n");
        String head = door.ask("HEAD", "/linde", "linde.x", "");

        assertThat(packed).contains("Content-Encoding: gzip").doesNotContain("revision 1");
        assertThat(plain.substring(0, plain.indexOf("\r\n\r\n") + 4).lines())
                .containsExactlyInAnyOrderElementsOf(head.lines().toList());
        assertThat(door.ordinary).hasValue(1);
    }

    private static List<String> lines(String answer) {
        return answer.lines().toList();
    }
}
