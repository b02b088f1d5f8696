package de.hypersoft.esolutions.catalog.availability;

/** Who blocks an article. Each keeps its own list: a till's new list does not lift what a manager blocked. */
public enum BlockSource {
    TILL,
    PORTAL
}
