package de.hypersoft.esolutions.menu;

import java.util.Locale;

/** What somebody did to a draft, as the log of privileged acts and the editor name it. */
public enum Deed {
    CATEGORY_ADDED,
    CATEGORY_RENAMED,
    CATEGORY_MOVED,
    CATEGORY_REMOVED,
    DISH_ADDED,
    DISH_CHANGED,
    DISH_MOVED,
    DISH_REMOVED,
    GROUP_ADDED,
    GROUP_CHANGED,
    GROUP_REMOVED,
    PRICES_CHANGED,
    UNDONE,
    BEGUN_EMPTY,
    TAKEN_OVER,
    ROLLED_BACK,
    DISCARDED,
    STAGED;

    /** {@code menu-dish-added}. */
    public String action() {
        return "menu-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
