package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.pricing.Selection.Pick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the place of each pick in the tree of groups that the article and its picked options ask. */
final class PickReading {

    private final Menu menu;
    private final List<Pick> homeless = new ArrayList<>();

    PickReading(Menu menu) {
        this.menu = menu;
    }

    Picked read(Menu.Article article, Selection selection) {
        Place root = new Place(null, null, 1, menu.groupsOf(article));
        root.take(selection.picks());
        List<Picked.Node> nodes = root.nodes();
        List<Pick> tidy = new ArrayList<>(nodes.stream().map(Picked.Node::pick).toList());
        tidy.addAll(homeless);
        Selection read = new Selection(selection.articleId(), selection.quantity(), tidy, selection.note());
        return new Picked(article, read, nodes, List.copyOf(homeless));
    }

    /** Something that asks groups: the article, or a picked option. */
    private final class Place {
        private final Menu.@Nullable OptionGroup group;
        private final Menu.@Nullable Option option;
        private int quantity;
        private final List<Menu.OptionGroup> asked;
        private final List<Place> below = new ArrayList<>();

        Place(
                Menu.@Nullable OptionGroup group,
                Menu.@Nullable Option option,
                int quantity,
                List<Menu.OptionGroup> asked) {
            this.group = group;
            this.option = option;
            this.quantity = quantity;
            this.asked = asked;
        }

        void take(List<Pick> picks) {
            List<Pick> loose = new ArrayList<>();
            for (Pick pick : picks) if (!add(pick, pick.quantity())) loose.add(pick);
            for (boolean moved = true; moved && !loose.isEmpty(); ) {
                List<Pick> left = new ArrayList<>();
                for (Pick pick : loose) handDown(pick, left);
                moved = !left.equals(loose);
                loose = left;
            }
            for (Pick pick : loose) if (!crowd(pick)) homeless.add(pick);
        }

        /** As many pieces as there is room for below stay there. */
        private void handDown(Pick pick, List<Pick> left) {
            int rest = pick.quantity();
            for (Place place : everyPlaceBelow(new ArrayList<>())) {
                int fits = Math.min(rest, place.room(pick));
                if (fits > 0 && place.add(pick, fits)) rest -= fits;
            }
            if (rest > 0) left.add(new Pick(pick.groupId(), pick.optionId(), rest, pick.picks()));
        }

        /** What is too much stands where the first of its kind does; the rules refuse it there. */
        private boolean crowd(Pick pick) {
            return everyPlaceBelow(new ArrayList<>()).stream().anyMatch(place -> place.add(pick, pick.quantity()));
        }

        private List<Place> everyPlaceBelow(List<Place> into) {
            for (Place place : below) {
                into.add(place);
                place.everyPlaceBelow(into);
            }
            return into;
        }

        /** @return whether it is asked here */
        private boolean add(Pick pick, int pieces) {
            Menu.OptionGroup its = groupOf(pick);
            Menu.Option picked =
                    its == null ? null : its.option(pick.optionId()).orElse(null);
            if (its == null || picked == null) return false;
            Place place = new Place(its, picked, pieces, menu.groups(picked.optionGroups()));
            below.add(place);
            place.take(pick.picks());
            return true;
        }

        private Menu.@Nullable OptionGroup groupOf(Pick pick) {
            for (Menu.OptionGroup each : asked) if (each.id().equals(pick.groupId())) return each;
            return null;
        }

        private int room(Pick pick) {
            Menu.OptionGroup its = groupOf(pick);
            if (its == null) return 0;
            int inGroup = 0;
            int ofOption = 0;
            for (Place place : below) {
                if (place.group != its) continue;
                inGroup += place.quantity;
                if (place.option != null && place.option.id().equals(pick.optionId())) ofOption += place.quantity;
            }
            int most = its.option(pick.optionId()).map(Menu.Option::max).orElse(0);
            return Math.min(its.max() - inGroup, most - ofOption);
        }

        List<Picked.Node> nodes() {
            List<Picked.Node> nodes = new ArrayList<>();
            below.stream()
                    .sorted(Comparator.comparingInt((Place p) -> asked.indexOf(p.group))
                            .thenComparingInt(Place::place))
                    .forEach(place -> place.join(nodes));
            return List.copyOf(nodes);
        }

        private int place() {
            return group == null ? 0 : group.options().indexOf(option);
        }

        private void join(List<Picked.Node> nodes) {
            if (group == null || option == null) return;
            List<Picked.Node> own = nodes();
            for (int i = 0; i < nodes.size(); i++) {
                Picked.Node known = nodes.get(i);
                if (known.group() != group
                        || known.option() != option
                        || !known.nodes().equals(own)) continue;
                nodes.set(i, new Picked.Node(group, option, known.quantity() + quantity, own));
                return;
            }
            nodes.add(new Picked.Node(group, option, quantity, own));
        }
    }
}
