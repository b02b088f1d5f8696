package de.hypersoft.esolutions.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.web.testing.Translations;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page is told of a contract. */
class ContractTest {

    private final Contract small = Contract.of(ContractTest.class, "small.json");

    @Test
    void an_operation_has_what_is_sent_what_is_answered_and_the_codes_of_its_refusals() {
        Contract.Operation made = small.parts().get(0).operations().get(0);

        assertThat(made.method() + " " + made.path()).isEqualTo("POST /things/{id}");
        assertThat(made.parameters()).extracting(Contract.Member::place).containsExactly("path");
        assertThat(made.bodies().get(0).shape()).isEqualTo("Thing");
        assertThat(made.bodies().get(0).example()).contains("\"size\"", "3");
        assertThat(made.answers()).extracting(Contract.Answer::status).containsExactly("204", "409", "default");
        assertThat(made.answers().get(1).codes()).containsExactly("too-late", "too-soon");
        assertThat(made.answers().get(1).bodies().get(0).shape()).isEqualTo("Problem");
        assertThat(made.answers().get(2).description()).isEqualTo("Anything else");
    }

    @Test
    void a_member_says_what_it_is_in_the_words_of_json_and_which_shape_it_has() {
        List<Contract.Member> members = small.shapes().get(0).members();

        assertThat(members)
                .extracting(member -> member.kind().before()
                        + member.kind().shape()
                        + member.kind().after())
                .containsExactly(
                        "integer",
                        "string | null",
                        "string (date-time)",
                        "array of Thing | null",
                        "Thing | null",
                        "object of string");
        assertThat(members).extracting(Contract.Member::required).startsWith(true, false);
        assertThat(members.get(1).values()).containsExactly("BIG", "SMALL");
        assertThat(members.get(3).kind().shape()).isEqualTo("Thing");
    }

    @Test
    void a_page_shows_all_of_it_in_the_reader_s_language_and_nothing_of_it_as_markup() {
        assertThat(page("de")).contains("Fehlercodes", "id=\"code-too-late\"", "Says &lt;little&gt;.");
        assertThat(page("en"))
                .contains("Error codes", "id=\"operation-thing\"", "href=\"#shape-Thing\"", "It is too soon.");
        assertThat(page("fr")).isEqualTo(page("en"));
    }

    @Test
    void both_languages_say_the_same_things() {
        Translations.check(ContractView.TEXTS);
    }

    @Test
    void as_yaml_each_member_has_a_line_and_what_might_be_mistaken_is_quoted() {
        byte[] json = "{\"a\":{\"200\":[1,\"x: y\",{\"on\":null}],\"none\":{}},\"$ref\":\"#/b\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(new String(ContractYaml.of(json), StandardCharsets.UTF_8)).isEqualTo("""
                a:
                  "200":
                    - 1
                    - "x: y"
                    -
                      "on": null
                  none: {}
                "$ref": "#/b"
                """);
    }

    @Test
    void a_contract_that_is_not_there_is_noticed_at_once() {
        assertThatThrownBy(() -> Contract.of(ContractTest.class, "none.json"))
                .isInstanceOf(IllegalStateException.class);
    }

    private String page(String language) {
        StringOutput page = new StringOutput();
        ContractView.of(small, language).writeTo(new OwaspHtmlTemplateOutput(page));
        return page.toString();
    }
}
