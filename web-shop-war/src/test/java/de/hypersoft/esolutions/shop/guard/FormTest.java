package de.hypersoft.esolutions.shop.guard;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.web.FormToken;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String GUEST = "0123456789abcdef0123456789abcdef";

    @Test
    void a_form_of_ours_is_genuine_for_the_browser_it_was_made_for_only() {
        String body = "token=" + FormToken.of(GUEST) + "&quantity=2";

        assertThat(Form.read(body, GUEST).genuine()).isTrue();
        assertThat(Form.read(body, GUEST.replace('0', '1')).genuine()).isFalse();
        assertThat(Form.read("quantity=2", GUEST).genuine()).isFalse();
        assertThat(Form.read("token=x.y", GUEST).genuine()).isFalse();
        assertThat(Form.read("token=" + FormToken.of(""), "").genuine()).isFalse();
    }

    @Test
    void two_tokens_of_one_guest_differ() {
        assertThat(FormToken.of(GUEST)).isNotEqualTo(FormToken.of(GUEST));
    }

    @Test
    void what_was_typed_is_read_as_it_was_typed() {
        Form form = Form.read("a=1&a=2&note=100+%25+%C3%96l%0D%0A&odd=%zz&empty=", GUEST);

        assertThat(form.all("a")).containsExactly("1", "2");
        assertThat(form.text("note")).isEqualTo("100 % Öl");
        assertThat(form.text("odd")).isEqualTo("%zz");
        assertThat(form.text("missing")).isEmpty();
        assertThat(form.number("a", -1)).isEqualTo(1);
        assertThat(form.number("note", -1)).isEqualTo(-1);
    }
}
