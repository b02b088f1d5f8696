package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.testing.Refusals;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangersLinksTest {

    /** What mail programs make links of; more of it than any of them does, and none of it taken from the code. */
    private static final List<Pattern> LINKIFIERS = List.of(
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]*://"),
            Pattern.compile("(?i)\\b(?:javascript|data|mailto|tel|sms|file|callto):\\S"),
            Pattern.compile("(?i)\\bwww\\d*\\.\\S"),
            Pattern.compile("[\\p{L}\\p{N}-]+[.\u3002\uff61\uff0e]\\p{L}{2,}"),
            Pattern.compile("\\S@\\S+\\.\\S"),
            Pattern.compile("(?:^|\\s)(?://|\\\\\\\\)\\S"),
            Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+"),
            Pattern.compile("[<>]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/win",
                "HTTPS://EVIL.EXAMPLE",
                "Gewinn! www.evil.example jetzt",
                "www.4you",
                "evil.com",
                "Anna evil.shop",
                "evil.co.uk/pay",
                "Evil.Zip/pay",
                "xn--80ak6aa92e.com",
                "bücher.de",
                "javascript:alert(1)",
                "mailto:thief@evil.example",
                "tel:+4990012345",
                "thief@evil.example",
                "//evil.example/x",
                "\\\\evil\\share",
                "<a href=x>Anna</a>",
                "<b>",
                "http\u200b://evil.example",
                "evil\u200b.com",
                "evil\u00ad.com",
                "ｅｖｉｌ．ｃｏｍ",
                "evil。com",
                "evil｡com",
                "http：／／evil.example",
                "＜script＞",
                "http://10.0.0.1/x"
            })
    void a_link_in_a_name_is_seen_and_is_none_any_more_in_a_mail(String typed) {
        assertThat(StrangersLinks.in(typed)).as(typed).isTrue();
        assertThat(Refusals.code(() -> StrangersLinks.refuse(typed, "name"))).isEqualTo("link-not-allowed");
        assertNotLinked(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1 evil.museum",
                "skype:thief?call",
                "mein Link evil.\nexample.neuestlevel und a.b.c.d",
                "Dr.Evil.COM",
                "x.y@z.de",
                "evil.❤.ws"
            })
    void what_a_name_might_be_is_still_no_link_in_a_mail(String typed) {
        assertNotLinked(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Müller",
                "Dr.Müller",
                "Dr. Li",
                "Dr.Li",
                "J.R.R. Tolkien",
                "A.Schmidt-Großmann",
                "O'Neill & Söhne GmbH",
                "Nguyễn Thị Minh Khai",
                "李小龙",
                "محمد",
                "Lindenstr.5",
                "Str. des 17. Juni 135",
                "Neustadt a.d.Weinstraße",
                "Frankfurt a.M.",
                "St.Gallen",
                "c/o Meier",
                "Haus 3/2, 1.OG",
                "Anna (Firma: Linde)"
            })
    void names_and_streets_of_people_are_taken(String typed) {
        assertThat(StrangersLinks.in(typed)).as(typed).isFalse();
        assertThat(StrangersLinks.refuse(typed, "name")).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bitte um 19:30, ohne Zwiebeln.",
                "1.5 Liter, am 24.12.2026 bitte; Tor 2/3",
                "Klingel: Meier, 3. Stock (links) & Hof",
                "Anna Müller"
            })
    void what_holds_no_address_reads_in_a_mail_as_it_was_written(String typed) {
        assertThat(StrangersLinks.defanged(typed)).isEqualTo(typed);
    }

    private static void assertNotLinked(String typed) {
        String mailed = StrangersLinks.defanged(typed);

        assertThat(LINKIFIERS)
                .as(mailed)
                .noneMatch(linkifier -> linkifier.matcher(mailed).find());
        assertThat(mailed.replaceAll("[\\s\u2039\u203a]", ""))
                .as("nothing is lost")
                .isEqualTo(TypedText.plain(typed)
                        .replaceAll("[\\s<>]", "")
                        .replace('\u3002', '.')
                        .replace('\uff61', '.'));
    }
}
