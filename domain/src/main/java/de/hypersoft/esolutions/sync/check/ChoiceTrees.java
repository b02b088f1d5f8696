package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the groups that options ask in turn come to an end: layer by layer, from those that ask nothing; what remains
 * asks itself again. And how much of it one page would have to show, since a group that two options ask is shown twice.
 */
final class ChoiceTrees {

    /** Options on one page, each counted where it stands. */
    static final int MOST_ON_A_PAGE = 2_000;

    private final Map<String, OptionGroup> groups = new HashMap<>();
    private final Map<String, Integer> unsolved = new HashMap<>();
    private final Map<String, Integer> depth = new HashMap<>();
    private final Map<String, Long> shown = new HashMap<>();
    private final Map<String, List<String>> askedBy = new HashMap<>();

    ChoiceTrees(List<OptionGroup> all) {
        all.forEach(group -> groups.put(group.id(), group));
        for (OptionGroup group : groups.values()) {
            Set<String> asked = new HashSet<>();
            group.options().forEach(option -> asked.addAll(option.optionGroups()));
            asked.retainAll(groups.keySet());
            unsolved.put(group.id(), asked.size());
            for (String below : asked)
                askedBy.computeIfAbsent(below, b -> new ArrayList<>()).add(group.id());
        }
    }

    void check(List<CatalogDocument.Article> articles, CatalogErrors faults) {
        solve();
        for (OptionGroup group : groups.values()) check(group, faults.of("optionGroup", group.id()));
        for (CatalogDocument.Article article : articles)
            if (shown(article.optionGroups()) > MOST_ON_A_PAGE) tooMany(faults.of("article", article.id()));
    }

    private void solve() {
        Deque<String> solved = new ArrayDeque<>();
        unsolved.forEach((id, below) -> {
            if (below == 0) solved.add(id);
        });
        while (!solved.isEmpty()) {
            String id = solved.remove();
            unsolved.remove(id);
            OptionGroup group = groups.get(id);
            if (group != null) measure(group);
            for (String above : askedBy.getOrDefault(id, List.of()))
                if (unsolved.merge(above, -1, Integer::sum) == 0) solved.add(above);
        }
    }

    private void measure(OptionGroup group) {
        int deepest = 0;
        long options = 0;
        for (CatalogDocument.Option option : group.options()) {
            for (String below : option.optionGroups()) deepest = Math.max(deepest, depth.getOrDefault(below, 0));
            options += 1 + shown(option.optionGroups());
        }
        depth.put(group.id(), deepest + 1);
        shown.put(group.id(), Math.min(options, MOST_ON_A_PAGE + 1));
    }

    private long shown(List<String> asked) {
        return asked.stream().mapToLong(id -> shown.getOrDefault(id, 0L)).sum();
    }

    private void check(OptionGroup group, CatalogErrors.Of of) {
        if (unsolved.containsKey(group.id()))
            of.add("", "option-group-cycle", "the group asks itself again, directly or through its options");
        else if (depth.getOrDefault(group.id(), 0) > Menu.DEEPEST_CHOICE)
            of.add("", "nested-too-deep", "options hang more than " + Menu.DEEPEST_CHOICE + " deep below the group");
        else if (shown(List.of(group.id())) > MOST_ON_A_PAGE) tooMany(of);
    }

    private static void tooMany(CatalogErrors.Of of) {
        of.add("", "too-many-options", "more than " + MOST_ON_A_PAGE + " options would stand on one page");
    }
}
