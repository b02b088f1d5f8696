package de.hypersoft.esolutions.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.menu.MenuDifference.What;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A draft goes on sale, or does not. */
@OnBothDatabases
class ManageDraftTest extends MenuStage {

    ManageDraftTest(Store store) {
        super(store);
    }

    @Test
    void a_location_without_a_till_sells_its_first_menu_at_once() {
        assertThat(draft().vatClasses()).isNotEmpty();
        save(mia, dish("101", category(PIZZA), "9.90"), "");

        assertThat(publish(false)).isEqualTo(LoadReport.State.PUBLISHED);

        assertThat(menu().article("101").orElseThrow().price().decimal()).isEqualTo("9.90");
        assertThat(look().isDraft()).isFalse();
        assertThat(look().canBeChanged()).isTrue();
        assertThat(dish("101").price()).isEqualTo("9.90");
    }

    @Test
    void a_later_menu_is_shown_at_once_or_from_the_day_end_on() {
        String category = onSale("1", "2");
        save(mia, dish("3", category, "9.90"), "");
        assertThat(publish(false)).isEqualTo(LoadReport.State.STAGED);
        assertThat(menu().articles()).hasSize(2);
        assertThat(draft().articles()).as("who goes on builds on what waits").hasSize(3);
        save(mia, dish("4", category, "9.90"), "");
        assertThat(publish(false)).isEqualTo(LoadReport.State.STAGED);

        cutoff();
        assertThat(menu().articles()).hasSize(4);

        save(mia, dish("5", category, "9.90"), "");
        assertThat(publish(true)).isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(menu().articles()).hasSize(5);
        assertThat(audited()).contains("menu-staged", "menu-published");
    }

    @Test
    void a_menu_that_lost_most_dishes_is_held_like_a_tills() {
        onSale("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        for (int id = 2; id <= 10; id++) {
            String gone = "" + id;
            change(menu -> menu.removeDish(mia, gone));
        }

        assertThat(publish(true)).isEqualTo(LoadReport.State.HELD);

        assertThat(menu().articles()).hasSize(10);
        assertThat(open()).isPresent();
    }

    @Test
    void a_menu_with_a_fault_is_not_handed_in() {
        String category = onSale("1");
        Article plate = dish("2", category, "9.90");
        save(mia, withPart(plate, "1"), "");
        change(menu -> menu.removeDish(mia, "1"));

        assertThat(Refusals.code(() -> publish(true))).isEqualTo("unknown-component");
        assertThat(store.in(() -> drafts.faults(location.tenant(), location.id(), look(location.id()))))
                .hasSize(1);
        assertThat(menu().articles()).hasSize(1);
    }

    @Test
    void what_the_draft_changes_is_told_part_by_part() {
        String category = onSale("1", "2");
        save(mia, dish("1", category, "12.90"), Elements.tag(dish("1")));
        change(menu -> menu.removeDish(mia, "2"));
        save(mia, dish("3", category, "9.90"), "");

        assertThat(difference().dishes()).isEqualTo(Map.of("1", What.CHANGED, "2", What.REMOVED, "3", What.NEW));
        assertThat(difference().changes().get(0).fields())
                .containsExactly(new MenuDifference.Field("price", "9.90", "12.90"));
    }

    @Test
    void a_discarded_draft_leaves_what_is_on_sale() {
        onSale("1");
        change(menu -> menu.removeDish(mia, "1"));
        int seen = revision();
        assertThatThrownBy(() -> store.run(() -> drafts.discard(mia, seen + 1))).isInstanceOf(ChangedMeanwhile.class);

        store.run(() -> drafts.discard(mia, seen));

        assertThat(draft().articles()).hasSize(1);
        assertThat(look().isDraft()).isFalse();
        assertThat(audited()).contains("menu-discarded");
    }

    @Test
    void an_earlier_menu_comes_back_as_a_new_version() {
        String category = onSale("1");
        String first =
                store.in(() -> parts.versions.shown(location.id()).orElseThrow().version());
        save(mia, dish("1", category, "19.90"), Elements.tag(dish("1")));
        publish(true);
        assertThat(menu().article("1").orElseThrow().price().decimal()).isEqualTo("19.90");

        store.run(() -> drafts.rollBack(mia, first));
        publish(true);

        assertThat(menu().article("1").orElseThrow().price().decimal()).isEqualTo("9.90");
        assertThat(store.in(
                        () -> parts.versions.shown(location.id()).orElseThrow().version()))
                .isNotEqualTo(first);
        assertThat(Refusals.code(() -> store.run(() -> drafts.rollBack(mia, "never"))))
                .isEqualTo("unknown-version");
        assertThat(store.in(() -> parts.sync.history(location.tenant(), location.id(), 0)))
                .extracting(ManageSync.Run::kind)
                .containsOnly(SyncRun.Kind.EDIT, SyncRun.Kind.PUBLISH);
    }

    @Test
    void where_a_till_sends_the_menu_nothing_is_changed_here() {
        full(dishes(1, 10));

        assertThat(look().canBeChanged()).isFalse();
        assertThat(look().menu().articles()).hasSize(10);
        assertThat(Refusals.code(() -> category(PIZZA))).isEqualTo("till-is-master");
        assertThat(Refusals.code(() -> store.run(() -> drafts.beginEmpty(mia)))).isEqualTo("till-is-master");
    }

    @Test
    void a_menu_is_taken_over_until_a_till_sends_one_again() {
        full(dishes(1, 10));
        store.run(() -> drafts.takeOver(mia));
        category(PIZZA);
        assertThat(publish(true)).isEqualTo(LoadReport.State.PUBLISHED);
        category(Map.of("de", "Pasta"));
        int seen = revision();

        full(dishes(1, 9));

        assertThat(look().canBeChanged()).isFalse();
        assertThat(Refusals.code(() -> store.in(() -> drafts.publish(mia, seen, true))))
                .isEqualTo("menu-loaded-meanwhile");
        cutoff();
        assertThat(menu().articles()).hasSize(9);
    }

    @Test
    void a_till_that_goes_on_with_a_part_is_asked_for_the_whole() {
        onSale("1");

        assertThat(Refusals.code(() -> increment("\"articles\":[]"))).isEqualTo("full-load-required");
    }

    @Test
    void an_empty_menu_is_begun_and_taken_back() {
        onSale("1");
        store.run(() -> drafts.beginEmpty(mia));
        assertThat(draft().articles()).isEmpty();
        assertThat(Refusals.code(() -> publish(true))).isEqualTo("nothing-to-sell");

        int seen = revision();
        store.run(() -> drafts.undo(mia, seen));

        assertThat(draft().articles()).hasSize(1);
    }

    @Test
    void a_location_of_another_brand_is_not_found() {
        Editor stranger = new Editor(location.tenant(), new LocationId(UUID.randomUUID()), Actor.user("9", "Eve"));

        assertThatThrownBy(() -> change(menu -> menu.addCategory(stranger, PIZZA)))
                .isInstanceOf(NotFound.class);
    }

    private String onSale(String... ids) {
        String category = category(PIZZA);
        for (String id : ids) save(mia, dish(id, category, "9.90"), "");
        publish(true);
        return category;
    }

    private CatalogDocument look(LocationId id) {
        return drafts.look(location.tenant(), id).menu();
    }

    private static Article withPart(Article of, String part) {
        return new Article(
                of.id(),
                of.category(),
                of.name(),
                of.description(),
                of.price(),
                of.prices(),
                of.vatClass(),
                of.optionGroups(),
                List.of(part),
                of.allergens(),
                of.additives(),
                of.deposit(),
                of.minimumAge(),
                of.content(),
                of.sort(),
                of.discountPercent(),
                of.sellable(),
                of.windows(),
                of.marks());
    }
}
