package de.hypersoft.esolutions.kernel.audit;

/**
 * Who acts: a person of the portal, a till, a guest, or the system itself.
 *
 * @param id the user's or till's id; empty for guest and system
 * @param name as shown to people: a user's name, "Kasse 2"
 */
public record Actor(Kind kind, String id, String name) {

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "", "system");
    public static final Actor GUEST = new Actor(Kind.GUEST, "", "guest");

    public enum Kind {
        USER,
        TILL,
        GUEST,
        SYSTEM
    }

    public static Actor user(String id, String name) {
        return new Actor(Kind.USER, id, name);
    }

    public static Actor till(String id, String name) {
        return new Actor(Kind.TILL, id, name);
    }
}
