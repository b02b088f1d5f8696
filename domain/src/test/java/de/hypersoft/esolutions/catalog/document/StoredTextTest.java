package de.hypersoft.esolutions.catalog.document;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.document;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredTextTest {

    @Test
    void a_large_catalogue_is_stored_in_a_tenth_of_its_size_and_read_back_as_it_was() {
        CatalogDocument large = catalogue(3_000);

        String stored = StoredText.of(large);

        assertThat(stored.length()).isLessThan(3_000 * 30);
        assertThat(CatalogText.stored(stored)).isEqualTo(large);
    }

    @Test
    void a_usual_catalogue_is_stored_as_readable_json() {
        CatalogDocument usual = catalogue(80);

        assertThat(StoredText.of(usual)).startsWith("{");
        assertThat(CatalogText.stored(StoredText.of(usual))).isEqualTo(usual);
    }

    @Test
    void what_cannot_be_unpacked_is_our_own_mistake_and_loud() {
        assertThatThrownBy(() -> CatalogText.stored("gzip:nonsense")).isInstanceOf(IllegalStateException.class);
    }

    private static CatalogDocument catalogue(int dishes) {
        return document(full(
                "v1",
                List.of(),
                IntStream.range(0, dishes).mapToObj(i -> article("a" + i, "")).toList()));
    }
}
