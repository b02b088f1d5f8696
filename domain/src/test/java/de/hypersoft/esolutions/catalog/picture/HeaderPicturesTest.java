package de.hypersoft.esolutions.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestPictures;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class HeaderPicturesTest {

    private static final Actor OFFICE = Actor.till("9", "Zentrale");
    private static final Actor RITA = Actor.user("7", "Rita");

    private final Store store;
    private final HeaderPictures pictures;
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    HeaderPicturesTest(Store store) {
        HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
        this.store = store;
        this.pictures = new HeaderPictures(store.entities(), new Audit(store.entities(), clock), clock);
    }

    @Test
    void a_brand_has_one_picture_the_last_one_sent_from_wherever() {
        String first = store.in(() -> pictures.send(tenant, true, jpeg(100), OFFICE));
        String second = store.in(() -> pictures.set(Scope.all(tenant), jpeg(101), RITA));

        assertThat(second).isNotEqualTo(first);
        assertThat(etag(tenant)).contains(second);
        assertThat(store.in(() -> pictures.picture(tenant)))
                .hasValueSatisfying(p -> assertThat(width(p)).isEqualTo(101));
        assertThat(audited()).isEqualTo(2);
    }

    @Test
    void the_same_picture_sent_again_changes_nothing_and_is_not_written_down() {
        store.in(() -> pictures.send(tenant, true, jpeg(100), OFFICE));
        store.in(() -> pictures.send(tenant, true, jpeg(100), OFFICE));

        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void T23_a_till_of_a_location_cannot_send_it_and_neither_can_a_manager_of_one_location() {
        Scope one = Scope.only(tenant, Set.of(new LocationId(UUID.randomUUID())));
        store.in(() -> pictures.set(Scope.all(tenant), jpeg(100), RITA));

        refused("head-office-only", () -> store.in(() -> pictures.send(tenant, false, jpeg(99), OFFICE)));
        refused("all-locations-only", () -> store.in(() -> pictures.set(one, jpeg(99), RITA)));
        refused("all-locations-only", () -> store.run(() -> pictures.remove(one, RITA)));

        assertThat(store.in(() -> pictures.picture(tenant)))
                .hasValueSatisfying(p -> assertThat(width(p)).isEqualTo(100));
    }

    @Test
    void what_is_too_large_or_no_picture_is_refused_and_the_former_one_stays() {
        String kept = store.in(() -> pictures.set(Scope.all(tenant), jpeg(100), RITA));

        refused(
                "too-large",
                () -> store.in(() -> pictures.set(Scope.all(tenant), new byte[HeaderPictures.MAX_BYTES + 1], RITA)));
        refused("unknown-image-type", () -> store.in(() -> pictures.set(Scope.all(tenant), new byte[100], RITA)));

        assertThat(etag(tenant)).contains(kept);
    }

    @Test
    void T49_another_brand_neither_sees_it_nor_loses_it() {
        String kept = store.in(() -> pictures.set(Scope.all(tenant), jpeg(100), RITA));
        TenantId stranger = new TenantId(UUID.randomUUID());

        store.run(() -> pictures.remove(Scope.all(stranger), RITA));

        assertThat(etag(stranger)).isEmpty();
        assertThat(etag(tenant)).contains(kept);
    }

    @Test
    void what_was_removed_is_gone() {
        store.in(() -> pictures.set(Scope.all(tenant), jpeg(100), RITA));
        store.run(() -> pictures.remove(Scope.all(tenant), RITA));

        assertThat(etag(tenant)).isEmpty();
        assertThat(store.in(() -> pictures.picture(tenant))).isEmpty();
    }

    private Optional<String> etag(TenantId of) {
        return store.in(() -> pictures.etag(of));
    }

    private long audited() {
        return store.in(() -> (Number) store.entities()
                        .createNativeQuery("select count(*) from kernel.audit_entry where tenant_id = :tenant")
                        .setParameter("tenant", tenant.value())
                        .getSingleResult())
                .longValue();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static byte[] jpeg(int width) {
        return TestPictures.jpeg(width, 10);
    }

    private static int width(ArticleImages.Picture picture) {
        return TestPictures.read(picture.content()).getWidth();
    }
}
