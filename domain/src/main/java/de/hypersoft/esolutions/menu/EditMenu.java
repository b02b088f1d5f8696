package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Category;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.menu.DraftDesk.Made;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Changes the draft of a location's menu, part by part. Each refuses with {@code till-is-master} where a till sends the
 * menu, with {@code menu-changed-meanwhile} when what is saved is not any more what its editor saw, and by {@link MenuFaults}
 * when a load would refuse it.
 */
@ApplicationScoped
@Transactional
public class EditMenu {

    private final DraftDesk desk;

    @Inject
    EditMenu(DraftDesk desk) {
        this.desk = desk;
    }

    /** @return its id; it stands last */
    public String addCategory(Editor editor, Map<String, String> name) {
        Made made = desk.change(editor, Deed.CATEGORY_ADDED, menu -> {
            String id = Elements.free(
                    "c", menu.categories().stream().map(Category::id).collect(Collectors.toSet()));
            Category added = Elements.read(menu, new Category(id, name, MenuSequence.last(menu.categories())));
            return new Made(
                    Elements.with(menu, and(menu.categories(), added), menu.articles()),
                    called(added.name()),
                    CatalogFinding.key("category", id));
        });
        return made.key().substring(made.key().indexOf(' ') + 1);
    }

    /** @param seen the {@link Elements#tag} of the category that the editor was shown */
    public void renameCategory(Editor editor, String id, Map<String, String> name, String seen) {
        desk.change(editor, Deed.CATEGORY_RENAMED, menu -> {
            Category old = category(menu, id);
            if (!Elements.tag(old).equals(seen)) throw new ChangedMeanwhile();
            Category renamed = Elements.read(menu, new Category(id, name, old.sort()));
            return new Made(
                    Elements.with(menu, swapped(menu.categories(), old, renamed), menu.articles()),
                    called(old.name()) + " → " + called(renamed.name()),
                    CatalogFinding.key("category", id));
        });
    }

    /** Changes its place with its neighbour's; the first stays first, and the last last. */
    public void moveCategory(Editor editor, String id, boolean up) {
        desk.change(
                editor,
                Deed.CATEGORY_MOVED,
                menu -> new Made(
                        Elements.with(
                                menu, MenuSequence.moved(menu.categories(), category(menu, id), up), menu.articles()),
                        called(category(menu, id).name()),
                        ""));
    }

    /** With its dishes. */
    public void removeCategory(Editor editor, String id) {
        desk.change(editor, Deed.CATEGORY_REMOVED, menu -> {
            Category gone = category(menu, id);
            return new Made(
                    Elements.with(
                            menu,
                            without(menu.categories(), gone),
                            menu.articles().stream()
                                    .filter(dish -> !id.equals(dish.category()))
                                    .toList()),
                    called(gone.name()),
                    "");
        });
    }

    /**
     * A new dish, or a changed one; in another category than before it stands last.
     *
     * @param seen the {@link Elements#tag} of the dish that the editor was shown; empty for a new one
     * @throws Invalid {@code number-taken} on {@code id}
     */
    public void saveDish(Editor editor, Article typed, String seen) {
        desk.change(editor, seen.isEmpty() ? Deed.DISH_ADDED : Deed.DISH_CHANGED, menu -> {
            Optional<Article> old = Elements.dish(menu, typed.id());
            same(old, seen);
            Article read = Elements.read(menu, typed);
            boolean stays =
                    old.isPresent() && String.valueOf(old.get().category()).equals(read.category());
            int sort = stays ? old.get().sort() : MenuSequence.last(menu, read.category());
            Article dish = new DishParts(read).at(read.category(), sort).dish();
            return new Made(
                    Elements.with(
                            menu,
                            menu.categories(),
                            old.map(was -> swapped(menu.articles(), was, dish))
                                    .orElseGet(() -> and(menu.articles(), dish))),
                    dish.id() + " " + called(dish.name()),
                    CatalogFinding.key("article", dish.id()));
        });
    }

    /** Changes its place with its neighbour's in its category. */
    public void moveDish(Editor editor, String id, boolean up) {
        desk.change(
                editor,
                Deed.DISH_MOVED,
                menu -> new Made(
                        Elements.with(menu, menu.categories(), MenuSequence.moved(menu, dish(menu, id), up)),
                        id + " " + called(dish(menu, id).name()),
                        ""));
    }

    public void removeDish(Editor editor, String id) {
        desk.change(
                editor,
                Deed.DISH_REMOVED,
                menu -> new Made(
                        Elements.with(menu, menu.categories(), without(menu.articles(), dish(menu, id))),
                        id + " " + called(dish(menu, id).name()),
                        ""));
    }

    /** @param seen as of {@link #saveDish}; an empty id is given one */
    public String saveGroup(Editor editor, OptionGroup typed, String seen) {
        String id = typed.id().isEmpty() ? Elements.fresh("g") : typed.id();
        desk.change(editor, seen.isEmpty() ? Deed.GROUP_ADDED : Deed.GROUP_CHANGED, menu -> {
            Optional<OptionGroup> old = Elements.group(menu, id);
            same(old, seen);
            OptionGroup group =
                    Elements.read(menu, new OptionGroup(id, typed.name(), typed.min(), typed.max(), typed.options()));
            return new Made(
                    Elements.with(
                            menu,
                            menu.categories(),
                            old.map(was -> swapped(menu.optionGroups(), was, group))
                                    .orElseGet(() -> and(menu.optionGroups(), group)),
                            menu.articles()),
                    called(group.name()),
                    CatalogFinding.key("optionGroup", id));
        });
        return id;
    }

    /** No dish and no option asks it any more. */
    public void removeGroup(Editor editor, String id) {
        desk.change(editor, Deed.GROUP_REMOVED, menu -> {
            OptionGroup gone = Elements.group(menu, id)
                    .orElseThrow(() -> new NotFound("unknown-option-group", "there is no option group " + id));
            UnaryOperator<List<String>> less =
                    asked -> asked.stream().filter(group -> !group.equals(id)).toList();
            return new Made(
                    Elements.with(
                            menu,
                            menu.categories(),
                            without(menu.optionGroups(), gone).stream()
                                    .map(group -> group.withOptions(group.options().stream()
                                            .map(option -> asking(option, less.apply(option.optionGroups())))
                                            .toList()))
                                    .toList(),
                            menu.articles().stream()
                                    .map(dish -> new DishParts(dish)
                                            .asking(less.apply(dish.optionGroups()))
                                            .dish())
                                    .toList()),
                    called(gone.name()),
                    "");
        });
    }

    /**
     * @param seen the {@link PriceChange#tag} of the lines that the editor was shown
     * @throws ChangedMeanwhile when they are others by now
     */
    public void changePrices(Editor editor, PriceChange change, String seen) {
        desk.change(editor, Deed.PRICES_CHANGED, menu -> {
            if (!PriceChange.tag(change.lines(menu)).equals(seen)) throw new ChangedMeanwhile();
            return new Made(
                    Elements.with(menu, menu.categories(), change.applied(menu)),
                    change.lines(menu).size() + " × " + change.by() + " " + change.kind(),
                    "");
        });
    }

    private static void same(Optional<? extends Record> old, String seen) {
        if (seen.isEmpty() && old.isPresent())
            throw new Invalid("number-taken", "there is such a number already", "id");
        if (!seen.equals(old.map(Elements::tag).orElse(""))) throw new ChangedMeanwhile();
    }

    private static CatalogDocument.Option asking(CatalogDocument.Option of, List<String> groups) {
        return new CatalogDocument.Option(
                of.id(), of.name(), of.price(), of.articleId(), of.allergens(), groups, of.max());
    }

    private static Category category(CatalogDocument menu, String id) {
        return Elements.category(menu, id)
                .orElseThrow(() -> new NotFound("unknown-category", "there is no category " + id));
    }

    private static Article dish(CatalogDocument menu, String id) {
        return Elements.dish(menu, id).orElseThrow(() -> new NotFound("unknown-article", "there is no dish " + id));
    }

    private static String called(Map<String, String> name) {
        return new LocalizedText(name).in("de");
    }

    private static <T> List<T> and(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static <T> List<T> swapped(List<T> all, T old, T next) {
        return all.stream().map(one -> one == old ? next : one).toList();
    }
}
