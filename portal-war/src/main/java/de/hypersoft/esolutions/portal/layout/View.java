package de.hypersoft.esolutions.portal.layout;

/**
 * A page to be rendered: the template beside the class, and what it shows.
 *
 * @param bare without what stands around a page, so that it can be shown while the database is away
 */
public record View(String template, Object page, boolean bare) {

    /** The template has the name of the page's class and lies beside it. */
    public static View of(Class<?> template, Object page) {
        return new View(path(template), page, false);
    }

    public static View bare(Class<?> template, Object page) {
        return new View(path(template), page, true);
    }

    private static String path(Class<?> template) {
        return template.getName().replace('.', '/') + ".jte";
    }
}
