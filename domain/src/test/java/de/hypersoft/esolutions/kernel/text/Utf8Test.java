package de.hypersoft.esolutions.kernel.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Invalid;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    static Stream<Arguments> otherEncodings() {
        return Stream.of(
                Arguments.of(
                        "{\"name\": \"„Große“ Käseplatte „für zwei”\"}",
                        Charset.forName("windows-1252"),
                        "Windows-1252"),
                Arguments.of("{\n \"name\": \"Käsespätzle für 5 €\"}", Charset.forName("windows-1252"), "Windows-1252"),
                Arguments.of("{\n \"name\": \"Käsespätzle\"}", Charset.forName("ISO-8859-1"), "Latin-1"),
                Arguments.of("{\n \"name\": \"Käsespätzle für zwei\"}", Charset.forName("IBM850"), "IBM 850"),
                Arguments.of("{\n \"name\": \"Борщ із пампушками\"}", Charset.forName("windows-1251"), "Windows-1251"),
                Arguments.of("{\n \"name\": \"Käse\"}", UTF_16LE, "UTF-16"),
                Arguments.of("{\n \"name\": \"Käse\"}", UTF_16BE, "UTF-16"),
                Arguments.of("\uFEFF{\n \"name\": \"Käse\"}", UTF_16LE, "UTF-16"),
                Arguments.of("\uFEFF{\n \"name\": \"Käse\"}", UTF_16BE, "UTF-16"),
                Arguments.of("\uFEFF{\n \"name\": \"Käse\"}", Charset.forName("UTF-32LE"), "UTF-32"));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void a_menu_in_another_encoding_is_refused_with_its_name(String text, Charset charset, String named) {
        assertThatThrownBy(() -> Utf8.text(text.getBytes(charset), "body"))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("not-utf-8");
                    assertThat(refusal).hasMessageContaining(named);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "C3 A4 C2 80 C3 BF,äÿ",
        "DF BF E0 A0 80,߿ࠀ",
        "E2 82 AC EF BF BF,€￿",
        "F0 90 80 80 F4 8F BF BF,𐀀􏿿",
        "EF BB BF 41,A",
        "EF BB 41,",
        "C2,",
        "C1 BF,",
        "ED A0 80,",
        "F4 90 80 80,",
        "F5 80 80 80,",
        "80,",
        "41 E2 82,"
    })
    void what_RFC_3629_has_is_read_and_nothing_else(String hex, @Nullable String text) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        if (text == null) assertThatThrownBy(() -> Utf8.text(bytes, "body")).isInstanceOf(Invalid.class);
        else assertThat(Utf8.text(bytes, "body").replaceAll("[\\u0080]", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a%C3%A4b,true",
        "a%e4b,false",
        "%C3%A4,true",
        "%C3,false",
        "%C,true",
        "%,true",
        "%zz,true",
        "%4,true",
        "ä%41,true",
        "€%E4,false",
        "100%,true",
        "%C3%,false",
        "%C3%A,false",
        "%C3A4,false",
        "%C3x%A4,false"
    })
    void the_escapes_of_a_form_are_read_as_bytes_of_UTF_8(String form, boolean right) {
        if (right) assertThatCode(() -> Utf8.checkForm(form)).doesNotThrowAnyException();
        else assertThatThrownBy(() -> Utf8.checkForm(form)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "E4,or ISO 8859-1",
        "41 E4,or ISO 8859-1",
        "41 9F,Windows-1252 (ANSI)",
        "41 A0,or ISO 8859-1",
        "41 81,IBM 850",
        "81 41,IBM 850",
        "20 84 20,Windows-1252 (ANSI)",
        "94 62,IBM 850",
        "84 4B E4 73 65 94,Windows-1252 (ANSI)",
        "E4 41 84 42,Windows-1252 (ANSI)",
        "1F 8B 08 00 00 84 42,gzip",
        "50 4B 03 04 14 00 00 00,ZIP",
        "C3 A4 41 E4 41 C3 B6,mostly UTF-8",
        "C3 A4 41 E4 41,or ISO 8859-1",
        "E4 E4 E4,Cyrillic",
        "E4 E4 41,or ISO 8859-1",
        "E4 E4 E4 41 E4 E4,Windows-1252 or ISO",
        "E4 E4 E4 00 E4 E4,Windows-1252 or ISO",
        "E4 C3 A4 C3 A4,mostly UTF-8",
        "C2 80 C2 80 E4,mostly UTF-8",
        "E0 A0 80 E0 A0 80 E4,mostly UTF-8",
        "F0 90 80 80 F0 90 80 80 E4,mostly UTF-8",
        "F5 80 80 41,Cyrillic",
        "FF FE,UTF-16",
        "00 41 00 42 00 43,UTF-16",
        "00 41 42,UTF-16",
        "00 00 00 41 00 00 41 42,UTF-16",
        "00 00 00 41 00 00 00 42,UTF-32"
    })
    void the_likeliest_encoding_is_named(String hex, String named) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThatThrownBy(() -> Utf8.text(bytes, "body")).hasMessageContaining(named);
    }

    @Test
    void the_place_of_the_first_broken_letter_is_told() {
        byte[] ansi = "{\n \"name\": \"Käsespätzle\"}".getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> Utf8.text(ansi, "body"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("byte 14")
                .hasMessageContaining("Käsesp");
    }

    @Test
    void a_file_in_another_encoding_as_a_whole_is_at_fault_from_its_first_byte_on() {
        byte[] lines = "\n\nKäse".getBytes(UTF_16LE);

        assertThatThrownBy(() -> Utf8.text(lines, "body"))
                .isInstanceOfSatisfying(Invalid.class, refusal -> assertThat(refusal.parameters())
                        .isEqualTo(Map.of("encoding", "UTF-16", "byte", 1, "line", 1, "field", "body")));
    }

    @Test
    void a_file_cut_off_in_the_middle_of_a_letter_is_called_broken_and_not_another_encoding() {
        byte[] whole = "Käse, Brötchen, Öl, Möhre".getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 4);

        assertThatThrownBy(() -> Utf8.text(cut, "body")).hasMessageContaining("mostly UTF-8");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() {
        assertThat(Utf8.text("\uFEFF{\"a\":1}".getBytes(UTF_8), "body")).isEqualTo("{\"a\":1}");
        assertThat(Utf8.text("\uFEFF".getBytes(UTF_8), "body")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"🍕 Pizza", "\uFFFE", "\uFDD0", "\uDBFF\uDFFF", "e\u0301", "漢字", "\u200Fعربي"})
    void whatever_the_standard_allows_is_taken_as_it_is(String text) {
        assertThat(Utf8.text(text.getBytes(UTF_8), "body")).isEqualTo(text);
    }

    @Test
    void half_a_character_overlong_forms_and_what_lies_beyond_unicode_are_refused() {
        for (byte[] bad : new byte[][] {
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xC0, (byte) 0xAF},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, {(byte) 0xF8, (byte) 0x88, (byte) 0x80}
        }) assertThatThrownBy(() -> Utf8.text(bad, "body")).isInstanceOf(Invalid.class);
    }

    @Test
    void a_form_field_in_latin_1_is_refused_and_one_in_UTF_8_is_not() {
        assertThatThrownBy(() -> Utf8.checkForm("name=K%E4se&csrf=1"))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("not-utf-8"));
        assertThatCode(() -> Utf8.checkForm("name=K%C3%A4se+100%&csrf=1&x=%F0%9F%8D%95"))
                .doesNotThrowAnyException();
    }

    @Test
    void half_a_character_written_as_an_escape_is_refused_by_name() {
        assertThatThrownBy(() -> Json.read("{\"amount\":\"\\ud83c\",\"currency\":\"EUR\"}", Json.MoneyShape.class))
                .hasMessageContaining("\\ud83c");
        assertThat(Json.read("{\"amount\":\"\\ud83c\\udf55\",\"currency\":\"EUR\"}", Json.MoneyShape.class)
                        .amount())
                .isEqualTo("🍕");
    }
}
