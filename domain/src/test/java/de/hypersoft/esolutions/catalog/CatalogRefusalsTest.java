package de.hypersoft.esolutions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.picture.ArticleImages;
import de.hypersoft.esolutions.catalog.picture.ImageFile;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a till says of dishes that have no name a till can have given. */
@OnBothDatabases
class CatalogRefusalsTest extends AvailabilitiesStage {

    private static final List<String> NO_IDS = List.of("", "../101", "101 102", "-101", "x".repeat(65), "café");

    CatalogRefusalsTest(Store store) {
        super(store);
    }

    @Test
    void what_is_no_id_is_neither_blocked_nor_counted_and_what_came_before_holds() {
        sell(Catalogues.article("101", ""));
        block("101", null);

        for (String article : NO_IDS) {
            Refusal blocked = Refusals.of(() -> block(article, null));
            assertThat(blocked.code()).as(article).isEqualTo("invalid-id");
            assertThat(blocked.parameters()).containsEntry("field", "blocks[1].articleId");
            Refusal counted = Refusals.of(() -> count(article, 1));
            assertThat(counted.code()).as(article).isEqualTo("invalid-id");
            assertThat(counted.parameters()).containsEntry("field", "counters[0].articleId");
        }
        assertThat(now().blocked()).containsExactly("101");
    }

    @Test
    void a_picture_hangs_on_a_dish_by_its_id() {
        ArticleImages images = new ArticleImages(store.entities(), clock);

        for (String article : NO_IDS)
            assertThat(Refusals.code(() -> store.run(() -> images.put(
                            location.tenant(), true, article, TestPictures.png(20, 20), Actor.till("1", "Zentrale")))))
                    .as(article)
                    .isEqualTo("invalid-id");
        assertThat(store.in(() -> store.entities()
                        .createQuery("select count(i) from ArticleImage i where i.tenant = :tenant", Long.class)
                        .setParameter("tenant", location.tenant().value())
                        .getSingleResult()))
                .isZero();
    }

    @Test
    void a_server_that_stops_reads_no_picture_and_keeps_nobodys_turn() {
        byte[] dish = TestPictures.png(20, 20);
        Thread.currentThread().interrupt();
        try {
            assertThat(Refusals.code(() -> ImageFile.read(dish, 100_000, 1_200)))
                    .isEqualTo("pictures-busy");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(ImageFile.read(dish, 100_000, 1_200).mediaType()).isEqualTo("image/png");
    }
}
