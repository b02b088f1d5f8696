package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was picked of one article, held against the menu: the one tree that price, VAT, deposit, age, blocks, counters,
 * pages and documents walk. In the menu's order; equal picks at one place are one node.
 *
 * @param homeless picks of which nothing asks the group, or whose group has no such option
 */
public record Picked(Menu.Article article, Selection selection, List<Node> nodes, List<Selection.Pick> homeless) {

    /** More pieces of one option than this in one piece of an article are refused, so no sum can overflow. */
    static final int MOST_PIECES = 999;

    /**
     * @param quantity pieces of the option for one piece of what it hangs on
     * @param nodes what was picked in the groups that the option asks
     */
    public record Node(Menu.OptionGroup group, Menu.Option option, int quantity, List<Node> nodes) {

        Selection.Pick pick() {
            return new Selection.Pick(
                    group.id(),
                    option.id(),
                    quantity,
                    nodes.stream().map(Node::pick).toList());
        }
    }

    /** @param pieces of the option in one piece of the article: quantities multiply down the tree */
    public interface Visit {
        void node(Node node, int pieces);
    }

    /**
     * A pick whose group is not asked where it stands belongs to the first picked option below, depth first, that asks
     * the group and still has room: so clients that know no tree are read, too.
     */
    public static Picked of(Menu menu, Menu.Article article, Selection selection) {
        return new PickReading(menu).read(article, selection);
    }

    /** Each node before those below it. */
    public void walk(Visit visit) {
        walk(nodes, 1, visit);
    }

    private static void walk(List<Node> nodes, int above, Visit visit) {
        for (Node node : nodes) {
            int pieces = (int) Math.min((long) above * node.quantity(), MOST_PIECES + 1);
            visit.node(node, pieces);
            walk(node.nodes(), pieces, visit);
        }
    }

    /** Portions of each article in the whole line, of those that options stand for, too. */
    public Map<String, Integer> portions() {
        Map<String, Integer> result = new HashMap<>();
        result.put(article.id(), selection.quantity());
        walk((node, pieces) -> {
            String stands = node.option().articleId();
            if (stands != null) result.merge(stands, pieces * selection.quantity(), Integer::sum);
        });
        return result;
    }

    /** The highest minimum age of the article and of those its picked options stand for (L24). */
    public int minimumAge(Menu menu) {
        int[] age = {article.minimumAge()};
        walk((node, pieces) -> {
            Menu.Article stands = menu.standsFor(node.option());
            if (stands != null) age[0] = Math.max(age[0], stands.minimumAge());
        });
        return age[0];
    }

    /** The first of the article and those its picked options stand for that is not served at that time (T20). */
    public Optional<Menu.Article> notServed(Menu menu, Instant fulfilment, ZoneId zone) {
        List<Menu.Article> all = new ArrayList<>(List.of(article));
        walk((node, pieces) -> {
            Menu.Article stands = menu.standsFor(node.option());
            if (stands != null) all.add(stands);
        });
        return all.stream().filter(one -> !one.servedAt(fulfilment, zone)).findFirst();
    }
}
