package de.hypersoft.esolutions.sync.menufile;

/** What a column of a menu's table can mean; docs/files.md says what is written in each. */
public enum MenuColumn {
    NUMBER(false),
    CATEGORY(true),
    NAME(true),
    DESCRIPTION(true),
    PRICE(false),
    PRICE_PICKUP(false),
    PRICE_DELIVERY(false),
    PRICE_IN_HOUSE(false),
    VAT(false),
    OPTION_GROUPS(false),
    ALLERGENS(false),
    ADDITIVES(false),
    MARKS(false),
    DEPOSIT(false),
    MINIMUM_AGE(false),
    CONTENT(false),
    DISCOUNT(false),
    TIMES(false),
    COMPONENTS(false),
    SELLABLE(false),
    /** Filled only where the row is an option: the group it belongs to. */
    GROUP(false),
    GROUP_NAME(true),
    CHOICE(false),
    AT_MOST(false),
    ARTICLE(false),
    PICTURE(false);

    private final boolean translated;

    MenuColumn(boolean translated) {
        this.translated = translated;
    }

    /** Whether there is one for each language. */
    public boolean translated() {
        return translated;
    }
}
