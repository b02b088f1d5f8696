package de.hypersoft.esolutions.reporting;

/** What a sum is of; stored by name. */
enum Kind {
    /** All of a day; has no item. */
    DAY,
    /** The hour on the clock at the location, 00 to 23. */
    HOUR,
    TYPE,
    PAYMENT,
    GUEST,
    /** A VAT rate in percent, 7.00. */
    RATE,
    /** An article's id. */
    DISH,
    /** The ids of group and option, with a slash between them. */
    OPTION,
    /** No sale: what was rejected or cancelled. */
    LOST
}
