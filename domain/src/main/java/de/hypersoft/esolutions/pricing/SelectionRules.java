package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what was picked can be ordered from this menu. Pure; the field names the line and the group. */
public final class SelectionRules {

    /** Of one article over all lines of an order (T15, seed 002). */
    public static final int MOST_OF_ONE_ARTICLE = 99;

    public static final int MOST_LINES = 50;
    public static final int LONGEST_NOTE = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private SelectionRules() {}

    /** @throws Invalid with the first thing that is wrong */
    public static void check(Menu menu, List<Selection> selections) {
        if (selections.isEmpty()) throw new Invalid("empty-order", "nothing was ordered", "lines");
        if (selections.size() > MOST_LINES)
            throw new Invalid("too-many-lines", "an order has at most 50 lines", "lines", Map.of("limit", MOST_LINES));
        for (int i = 0; i < selections.size(); i++) check(menu, selections.get(i), "lines[" + i + "]");
        checkQuantities(menu, selections);
    }

    public static void check(Menu menu, Selection selection, String field) {
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
        checkPicks(groupsAsked(menu, article, selection), article, selection, field);
    }

    /** The groups of the article and, nested once, those of the picked options, in the order they are asked. */
    public static List<Menu.OptionGroup> groupsAsked(Menu menu, Menu.Article article, Selection selection) {
        List<Menu.OptionGroup> asked = new ArrayList<>();
        for (Menu.OptionGroup group : menu.groupsOf(article)) {
            asked.add(group);
            for (Selection.Pick pick : selection.picks()) {
                if (!pick.groupId().equals(group.id())) continue;
                group.option(pick.optionId()).ifPresent(o -> asked.addAll(menu.groups(o.optionGroups())));
            }
        }
        return asked;
    }

    public static void note(String note, String field) {
        if (note.length() > LONGEST_NOTE)
            throw new Invalid("too-long", "a note has at most 200 characters", field, Map.of("limit", LONGEST_NOTE));
        if (CONTROL.matcher(note).find())
            throw new Invalid("control-characters", "a note holds no control characters", field);
    }

    private static void checkPicks(
            List<Menu.OptionGroup> asked, Menu.Article article, Selection selection, String field) {
        Set<Selection.Pick> seen = new HashSet<>();
        for (Selection.Pick pick : selection.picks()) {
            boolean known = asked.stream()
                    .anyMatch(g -> g.id().equals(pick.groupId())
                            && g.option(pick.optionId()).isPresent());
            if (!known || !seen.add(pick))
                throw new Invalid(
                        known ? "option-twice" : "unknown-option",
                        "option " + pick.optionId() + " of group " + pick.groupId() + " cannot be picked here",
                        field + ".options",
                        Map.of("article", article.id(), "group", pick.groupId(), "option", pick.optionId()));
        }
        for (Menu.OptionGroup group : asked) {
            long picked = selection.picks().stream()
                    .filter(p -> p.groupId().equals(group.id()))
                    .count();
            if (picked < group.min()) throw wrongCount("option-missing", article, group, field);
            if (picked > group.max()) throw wrongCount("too-many-options", article, group, field);
        }
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

    private static Invalid wrongCount(String code, Menu.Article article, Menu.OptionGroup group, String field) {
        return new Invalid(
                code,
                "group " + group.id() + " of article " + article.id() + " takes " + group.min() + " to " + group.max(),
                field + ".options." + group.id(),
                Map.of("article", article.id(), "group", group.id(), "min", group.min(), "max", group.max()));
    }
}
