package de.hypersoft.esolutions.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DishesTest {

    @Test
    void it_is_the_catalogue_of_the_workload() throws IOException {
        assertThat(IntStream.rangeClosed(1, Dishes.ALL).map(Dishes::sizes).sum())
                .isEqualTo(1_501);
        assertThat(Dishes.price(1, 1)).isEqualTo(537);
        assertThat(Dishes.price(500, 4)).isEqualTo(500 + 37 * 500 % 1_500 + 450);
        assertThat(Dishes.category(25)).isEqualTo(1);
        assertThat(Dishes.category(26)).isEqualTo(2);

        JsonNode catalogue = new ObjectMapper().readTree(Dishes.json());
        assertThat(catalogue.path("categories")).hasSize(20);
        assertThat(catalogue.path("articles")).hasSize(500).allSatisfy(article -> {
            assertThat(article.path("description").path("de").asText().length()).isBetween(105, 125);
            assertThat(article.path("optionGroups")).hasSize(1);
        });
        assertThat(catalogue.path("optionGroups"))
                .extracting(group -> group.path("options").size())
                .containsExactly(2, 3, 4);
        assertThat(catalogue.path("articles").get(41).path("price").asText()).isEqualTo("5.54");
    }
}
