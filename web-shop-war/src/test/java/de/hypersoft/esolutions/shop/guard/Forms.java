package de.hypersoft.esolutions.shop.guard;

/** Forms as a browser sends them. */
public final class Forms {

    private Forms() {}

    public static Form of(String body) {
        return Form.read(body, "");
    }
}
