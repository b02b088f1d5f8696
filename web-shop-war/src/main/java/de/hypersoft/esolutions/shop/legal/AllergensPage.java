package de.hypersoft.esolutions.shop.legal;

import java.util.List;

/**
 * What the dishes of a menu contain, a page at a time.
 *
 * @param rows what each article of this page contains
 * @param allergens, additives all that occur on the menu
 * @param page from 1
 */
public record AllergensPage(List<String> allergens, List<String> additives, List<Contents> rows, int page, int pages) {

    /**
     * @param declared whether anything is said about allergens, be it that there are none
     * @param byChoice what may come with that which is chosen with it
     */
    public record Contents(String name, boolean declared, String allergens, String byChoice, String additives) {}
}
