package de.hypersoft.esolutions.web.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class AssetTest {

    @Test
    void a_file_is_addressed_by_its_content_so_that_a_browser_may_keep_it() {
        Asset tokens = Asset.find(AssetTest.class, "/look/tokens.css").orElseThrow();
        Asset base = Asset.find(AssetTest.class, "/look/base.css").orElseThrow();
        Asset both = Asset.joined(AssetTest.class, "all.css", "/look/tokens.css", "/look/base.css");

        assertThat(tokens.type()).isEqualTo("text/css;charset=utf-8");
        assertThat(tokens.version()).hasSize(12).isNotEqualTo(base.version());
        assertThat(both.bytes()).hasSize(tokens.bytes().length + base.bytes().length + 2);
        assertThat(both.version()).isNotIn(tokens.version(), base.version());
    }

    @Test
    void what_no_page_asks_for_is_not_handed_out() {
        assertThat(Asset.find(AssetTest.class, "/look/none.css")).isEmpty();
        assertThat(Asset.find(AssetTest.class, "/look/README.md")).isEmpty();
    }

    @Test
    void an_icon_is_put_into_a_page_hidden_from_readers() {
        StringOutput page = new StringOutput();

        Icons.of("arrow-down").writeTo(page);

        assertThat(page.toString()).startsWith("<svg").contains("aria-hidden=\"true\"", "M12 5v14");
        assertThatThrownBy(() -> Icons.of("no-such-icon")).hasMessageContaining("no-such-icon");
    }
}
