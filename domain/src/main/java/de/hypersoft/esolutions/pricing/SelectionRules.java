package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what was picked can be ordered from this menu. Pure; the field names the line and the group. */
public final class SelectionRules {

    /** Of one article over all lines of an order (T15, seed 002). */
    public static final int MOST_OF_ONE_ARTICLE = 99;

    public static final int MOST_LINES = 50;
    public static final int LONGEST_NOTE = 200;

    /** Of one line, wherever they stand in the tree. */
    public static final int MOST_PICKS = 200;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private SelectionRules() {}

    /**
     * A group of which too few or too many pieces were picked.
     *
     * @param code {@code option-missing}, {@code too-many-options} or {@code too-many-of-option}
     * @param at the picked options that lead to the group, outermost first; empty for one that the article asks
     * @param option of which there are too many, or null when it is about the group
     */
    public record WrongCount(String code, List<Picked.Node> at, Menu.OptionGroup group, Menu.@Nullable Option option) {}

    /**
     * @return what was picked, line by line
     * @throws Invalid with the first thing that is wrong
     */
    public static List<Picked> check(Menu menu, List<Selection> selections) {
        if (selections.isEmpty()) throw new Invalid("empty-order", "nothing was ordered", "lines");
        if (selections.size() > MOST_LINES)
            throw new Invalid("too-many-lines", "an order has at most 50 lines", "lines", Map.of("limit", MOST_LINES));
        List<Picked> picked = new ArrayList<>();
        for (int i = 0; i < selections.size(); i++) picked.add(check(menu, selections.get(i), "lines[" + i + "]"));
        checkQuantities(menu, selections);
        return picked;
    }

    public static Picked check(Menu menu, Selection selection, String field) {
        if (selection.quantity() < 1 || selection.quantity() > MOST_OF_ONE_ARTICLE)
            throw tooMany(menu, selection.articleId(), field + ".quantity");
        note(selection.note(), field + ".note");
        Menu.Article article = menu.article(selection.articleId())
                .filter(Menu.Article::sellable)
                .orElseThrow(() -> new Invalid(
                        "unknown-article",
                        "there is no article " + selection.articleId(),
                        field + ".articleId",
                        Map.of("article", selection.articleId())));
        checkPicks(selection.picks(), 1, new int[1], field + ".options");
        Picked picked = Picked.of(menu, article, selection);
        for (Selection.Pick pick : picked.homeless()) throw unknown(article, pick, field);
        for (WrongCount wrong : wrongCounts(menu, picked)) throw refusal(article, wrong, field);
        picked.walk((node, pieces) -> {
            if (pieces > Picked.MOST_PIECES) throw tooManyPicks(field + ".options", Picked.MOST_PIECES);
        });
        return picked;
    }

    /** All groups of which too few or too many were picked, in the order they are asked. */
    public static List<WrongCount> wrongCounts(Menu menu, Picked picked) {
        List<WrongCount> wrong = new ArrayList<>();
        wrongCounts(menu, menu.groupsOf(picked.article()), picked.nodes(), List.of(), wrong);
        return wrong;
    }

    private static void wrongCounts(
            Menu menu,
            List<Menu.OptionGroup> asked,
            List<Picked.Node> nodes,
            List<Picked.Node> at,
            List<WrongCount> wrong) {
        for (Menu.OptionGroup group : asked) {
            List<Picked.Node> own = nodes.stream()
                    .filter(n -> n.group().id().equals(group.id()))
                    .toList();
            if (own.isEmpty() && group.min() <= 0) continue;
            int picked = own.stream().mapToInt(Picked.Node::quantity).sum();
            if (picked < group.min()) wrong.add(new WrongCount("option-missing", at, group, null));
            if (picked > group.max()) wrong.add(new WrongCount("too-many-options", at, group, null));
            for (Menu.Option option : group.options()) {
                int pieces = own.stream()
                        .filter(n -> n.option().id().equals(option.id()))
                        .mapToInt(Picked.Node::quantity)
                        .sum();
                if (pieces > option.max()) wrong.add(new WrongCount("too-many-of-option", at, group, option));
            }
            for (Picked.Node node : own) {
                List<Picked.Node> deeper = new ArrayList<>(at);
                deeper.add(node);
                wrongCounts(menu, menu.groups(node.option().optionGroups()), node.nodes(), deeper, wrong);
            }
        }
    }

    public static void note(String note, String field) {
        if (note.length() > LONGEST_NOTE)
            throw new Invalid("too-long", "a note has at most 200 characters", field, Map.of("limit", LONGEST_NOTE));
        if (CONTROL.matcher(note).find())
            throw new Invalid("control-characters", "a note holds no control characters", field);
    }

    /** Before the menu is looked at: so nobody makes it walk through a forest. */
    private static void checkPicks(List<Selection.Pick> picks, int level, int[] count, String field) {
        if (!picks.isEmpty() && level > Menu.DEEPEST_CHOICE)
            throw new Invalid(
                    "options-too-deep",
                    "options hang at most " + Menu.DEEPEST_CHOICE + " deep",
                    field,
                    Map.of("limit", Menu.DEEPEST_CHOICE));
        for (Selection.Pick pick : picks) {
            if (++count[0] > MOST_PICKS) throw tooManyPicks(field, MOST_PICKS);
            if (pick.quantity() < 1 || pick.quantity() > MOST_OF_ONE_ARTICLE)
                throw new Invalid(
                        "option-quantity-out-of-range",
                        "of one option 1 to 99 pieces can be picked",
                        field + ".quantity",
                        Map.of("limit", MOST_OF_ONE_ARTICLE, "group", pick.groupId(), "option", pick.optionId()));
            checkPicks(pick.picks(), level + 1, count, field);
        }
    }

    private static Invalid tooManyPicks(String field, int limit) {
        return new Invalid(
                "too-many-picks", "one line has at most " + limit + " options", field, Map.of("limit", limit));
    }

    private static Invalid unknown(Menu.Article article, Selection.Pick pick, String field) {
        return new Invalid(
                "unknown-option",
                "option " + pick.optionId() + " of group " + pick.groupId() + " cannot be picked here",
                field + ".options",
                Map.of("article", article.id(), "group", pick.groupId(), "option", pick.optionId()));
    }

    private static void checkQuantities(Menu menu, List<Selection> selections) {
        Map<String, Integer> perArticle = new HashMap<>();
        for (int i = 0; i < selections.size(); i++) {
            Selection s = selections.get(i);
            if (perArticle.merge(s.articleId(), s.quantity(), Integer::sum) > MOST_OF_ONE_ARTICLE)
                throw tooMany(menu, s.articleId(), "lines[" + i + "].quantity");
        }
    }

    private static Invalid tooMany(Menu menu, String articleId, String field) {
        return new Invalid(
                "quantity-out-of-range",
                "of one article 1 to 99 pieces can be ordered",
                field,
                Map.of(
                        "limit",
                        MOST_OF_ONE_ARTICLE,
                        "article",
                        articleId,
                        "name",
                        menu.article(articleId).map(a -> a.name().in("de")).orElse(articleId)));
    }

    private static Invalid refusal(Menu.Article article, WrongCount wrong, String field) {
        Menu.OptionGroup group = wrong.group();
        Map<String, Object> facts = new HashMap<>(
                Map.of("article", article.id(), "group", group.id(), "min", group.min(), "max", group.max()));
        Menu.Option option = wrong.option();
        if (option != null) {
            facts.put("option", option.id());
            facts.put("max", option.max());
        }
        return new Invalid(
                wrong.code(),
                "group " + group.id() + " of article " + article.id() + " takes " + group.min() + " to " + group.max(),
                field + ".options." + group.id(),
                facts);
    }
}
