package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.HeldLoadsStage;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A location, two people who work on its menu, and perhaps a till. */
abstract class MenuStage extends HeldLoadsStage {

    static final Map<String, String> PIZZA = Map.of("de", "Pizza");

    final EditMenu edit;
    final ManageDraft drafts;
    final Editor mia;
    final Editor tom;

    MenuStage(Store store) {
        super(store);
        Tenants tenants = new Tenants(store.entities());
        MenuDrafts rows = new MenuDrafts(store.entities());
        DraftDesk desk = new DraftDesk(
                rows,
                parts.versions,
                parts.edited,
                parts.requests,
                new Locations(store.entities()),
                tenants,
                new Audit(store.entities(), clock),
                clock);
        this.edit = new EditMenu(desk);
        this.drafts = new ManageDraft(desk, rows, parts.versions, parts.edited, parts.publishing, tenants, clock);
        this.mia = new Editor(location.tenant(), location.id(), MIA);
        this.tom = new Editor(location.tenant(), location.id(), Actor.user("8", "Tom"));
    }

    ManageDraft.Shown look() {
        return store.in(() -> drafts.look(location.tenant(), location.id()));
    }

    CatalogDocument draft() {
        return look().menu();
    }

    Article dish(String id) {
        return Elements.dish(draft(), id).orElseThrow();
    }

    String category(Map<String, String> name) {
        return store.in(() -> edit.addCategory(mia, name));
    }

    void save(Editor by, Article typed, String seen) {
        store.run(() -> edit.saveDish(by, typed, seen));
    }

    void change(Consumer<EditMenu> change) {
        store.run(() -> change.accept(edit));
    }

    int revision() {
        return Objects.requireNonNull(look().last()).revision();
    }

    LoadReport.State publish(boolean now) {
        int seen = revision();
        return store.in(() -> drafts.publish(mia, seen, now));
    }

    MenuDifference difference() {
        return store.in(() -> drafts.difference(location.tenant(), location.id(), draftInside()));
    }

    private CatalogDocument draftInside() {
        return drafts.look(location.tenant(), location.id()).menu();
    }

    static Article dish(String id, @Nullable String category, String price) {
        return dish(id, category, Map.of("de", "Gericht " + id), price);
    }

    static Article dish(String id, @Nullable String category, Map<String, String> name, String price) {
        return new Article(
                id, category, name, Map.of(), price, Map.of(), "food", List.of(), List.of(), null, List.of(), null, 0,
                null, 0, null, true, List.of(), List.of());
    }
}
