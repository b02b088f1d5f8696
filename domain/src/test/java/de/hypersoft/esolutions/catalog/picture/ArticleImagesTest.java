package de.hypersoft.esolutions.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestPictures;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ArticleImagesTest {

    private static final Actor OFFICE = Actor.till("9", "Zentrale");

    private final Store store;
    private final ArticleImages images;
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    ArticleImagesTest(Store store) {
        this.store = store;
        this.images = new ArticleImages(store.entities(), HandClock.at("2026-11-22T11:00:00Z"));
    }

    @Test
    void T23_a_location_cannot_replace_a_picture() {
        put(true, "101", png(100));

        assertThatThrownBy(() -> put(false, "101", png(200)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("head-office-only"));

        assertThat(store.in(() -> images.picture(tenant, "101")))
                .hasValueSatisfying(p -> assertThat(width(p)).isEqualTo(100));
    }

    @Test
    void a_new_picture_replaces_the_old_one_and_gets_another_etag() {
        String first = put(true, "101", png(100));
        String second = put(true, "101", png(101));

        assertThat(second).isNotEqualTo(first);
        assertThat(store.in(() -> images.etags(tenant))).containsOnlyKeys("101").containsValue(second);
    }

    @Test
    void a_file_of_more_than_two_megabytes_is_refused_and_the_picture_stays() {
        put(true, "101", png(100));

        assertThatThrownBy(() -> put(true, "101", new byte[ArticleImages.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("too-large"));
        assertThat(store.in(() -> images.picture(tenant, "101")))
                .hasValueSatisfying(p -> assertThat(width(p)).isEqualTo(100));
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        for (String content : new String[] {"", "<svg onload='alert(1)'/>", "GIF89a", "RIFFxxxxWAVE", "%PDF"})
            assertThatThrownBy(() -> put(true, "101", content.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("unknown-image-type"));
    }

    @Test
    void a_picture_that_was_stored_before_pictures_were_made_anew_is_still_shown() {
        byte[] webp = TestPictures.webp();
        ArticleImages.Picture before = new ArticleImages.Picture("image/webp", "0123456789ab", webp);
        store.run(() -> store.entities().persist(new ArticleImage(tenant, "9", before, Instant.EPOCH)));

        assertThat(store.in(() -> images.picture(tenant, "9"))).hasValueSatisfying(p -> {
            assertThat(p.mediaType()).isEqualTo("image/webp");
            assertThat(p.content()).isEqualTo(webp);
        });
    }

    @Test
    void T49_another_brand_does_not_see_the_picture() {
        put(true, "101", png(100));

        assertThat(store.in(() -> images.picture(new TenantId(UUID.randomUUID()), "101")))
                .isEmpty();
    }

    private String put(boolean headOffice, String article, byte[] content) {
        return store.in(() -> images.put(tenant, headOffice, article, content, OFFICE));
    }

    private static byte[] png(int width) {
        return TestPictures.png(width, 10);
    }

    private static int width(ArticleImages.Picture picture) {
        return TestPictures.read(picture.content()).getWidth();
    }
}
