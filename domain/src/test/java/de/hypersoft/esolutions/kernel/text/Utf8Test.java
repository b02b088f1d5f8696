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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    static Stream<Arguments> otherEncodings() {
        return Stream.of(
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

    @Test
    void the_place_of_the_first_broken_letter_is_told() {
        byte[] ansi = "{\n \"name\": \"Käsespätzle\"}".getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> Utf8.text(ansi, "body"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("byte 14")
                .hasMessageContaining("Käsesp");
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
