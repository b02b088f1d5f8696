package de.hypersoft.esolutions.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What allergens a dish brings with everything that must and that can be chosen with it. Each group is looked at once for
 * all dishes of a menu. Pure; for one request.
 */
public final class DishAllergens {

    private final Menu menu;
    private final Choosable choosable;
    private final Map<String, Contents> groups = new HashMap<>();

    /** @param choosable what can still be picked: who is to be warned depends on what is left to choose */
    public DishAllergens(Menu menu, Choosable choosable) {
        this.menu = menu;
        this.choosable = choosable;
    }

    /** Whatever is sold out at the moment. */
    public static DishAllergens of(Menu menu) {
        return new DishAllergens(menu, new Choosable(menu, article -> Integer.MAX_VALUE));
    }

    /**
     * @param unavoidable codes of {@link Allergen}: whoever avoids one of them cannot be served it, whatever is chosen; wheat
     *     and gluten warn of each other
     * @param possible codes of what is in it or may be chosen with it, as they were declared
     * @param declared whether something is said about it, and about at least one of the options where one must be chosen
     */
    public record Contents(Set<String> unavoidable, Set<String> possible, boolean declared) {}

    public Contents of(Menu.Article article) {
        return with(article.declaredAllergens(), article.allergens() != null, article.optionGroups());
    }

    private Contents of(Menu.Option option) {
        Menu.Article stands = menu.standsFor(option);
        boolean declared = stands == null
                || stands.allergens() != null
                || !option.allergens().isEmpty();
        return with(menu.allergensOf(option), declared, option.optionGroups());
    }

    private Contents with(List<String> own, boolean ownDeclared, List<String> asked) {
        Set<String> unavoidable = new LinkedHashSet<>();
        for (String code : own) unavoidable.addAll(concerned(code));
        Set<String> possible = new LinkedHashSet<>(own);
        boolean declared = ownDeclared;
        for (Menu.OptionGroup group : menu.groups(asked)) {
            Contents chosen = of(group);
            unavoidable.addAll(chosen.unavoidable());
            possible.addAll(chosen.possible());
            declared &= chosen.declared();
        }
        return new Contents(unavoidable, possible, declared);
    }

    private Contents of(Menu.OptionGroup group) {
        Contents known = groups.get(group.id());
        if (known != null) return known;
        groups.put(
                group.id(), new Contents(Set.of(), Set.of(), true)); // a menu without circles never meets it half done
        Contents chosen = chosen(group);
        groups.put(group.id(), chosen);
        return chosen;
    }

    private Contents chosen(Menu.OptionGroup group) {
        List<Contents> options = new ArrayList<>();
        Set<String> possible = new LinkedHashSet<>();
        Set<String> somewhere = new LinkedHashSet<>();
        boolean declared = !group.forced();
        for (Menu.Option option : group.options()) {
            Contents contents = of(option);
            options.add(contents);
            possible.addAll(contents.possible());
            somewhere.addAll(contents.unavoidable());
            declared |= contents.declared();
        }
        Set<String> unavoidable = new LinkedHashSet<>();
        for (String code : somewhere) if (piecesWithout(code, group, options) < group.min()) unavoidable.add(code);
        return new Contents(unavoidable, possible, declared);
    }

    /** @param contents of each option of the group, in its order */
    private int piecesWithout(String code, Menu.OptionGroup group, List<Contents> contents) {
        int pieces = 0;
        for (int i = 0; i < contents.size() && pieces < group.min(); i++)
            if (!contents.get(i).unavoidable().contains(code))
                pieces += choosable.most(group, group.options().get(i));
        return pieces;
    }

    private static Set<String> concerned(String code) {
        Set<String> codes = new LinkedHashSet<>();
        Allergen.of(code)
                .ifPresentOrElse(
                        allergen -> allergen.mayConcern().forEach(other -> codes.add(other.name())),
                        () -> codes.add(code));
        return codes;
    }
}
