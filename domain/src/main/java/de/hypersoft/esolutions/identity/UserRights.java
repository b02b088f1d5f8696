package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import de.hypersoft.esolutions.kernel.text.StrangersLinks;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import java.util.Objects;

/**
 * What is said about a user beside login and password; refuses what cannot be right. Mails to whatever address was entered
 * for the user begin with the name, so it holds no link.
 */
public record UserRights(String name, Reach reach) {

    public UserRights {
        Objects.requireNonNull(reach);
        name = name.strip();
        if (name.isEmpty()) throw new Invalid("required", "the name is missing", "name");
        if (name.length() > 120) throw new Invalid("too-long", "a name has at most 120 characters", "name");
        StrangersLinks.refuse(InvisibleCharacters.refuse(name, "name"), "name");
    }

    public static UserRights staff(String name) {
        return new UserRights(name, new Reach.Installation());
    }

    public static UserRights manager(String name, Scope scope) {
        return new UserRights(name, scope);
    }

    public Role role() {
        return Role.of(reach);
    }
}
