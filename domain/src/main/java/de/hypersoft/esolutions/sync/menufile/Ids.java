package de.hypersoft.esolutions.sync.menufile;

import de.hypersoft.esolutions.kernel.Secret;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids for things that have only names: the same name gives the same id, in every file. */
public final class Ids {

    private static final int LONGEST = 64;
    private static final int ROOM = 56;

    private final Set<String> used = new HashSet<>();

    /** As the file writes it where that is an id, else the nearest to it. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("[^A-Za-z0-9._:-]+", "-")
                .replaceAll("^[^A-Za-z0-9]+|-+$", "");
        if (plain.isEmpty()) return "n-" + hash(text);
        return plain.length() > LONGEST ? plain.substring(0, ROOM - 9) + "-" + hash(text) : plain;
    }

    /** From a name: small letters. */
    public static String ofName(String name) {
        return of(name.strip().toLowerCase(Locale.ROOT));
    }

    /** From a name, with a figure where another thing of this list has the same. */
    public String unique(String name) {
        String id = ofName(name);
        String free = id.length() > ROOM ? id.substring(0, ROOM) : id;
        for (int i = 2; !used.add(id); i++) id = free + "-" + i;
        return id;
    }

    /** Is taken, by an id that the file says. */
    public void take(String id) {
        used.add(id);
    }

    private static String hash(String text) {
        return Secret.hashOf(text.strip()).substring(0, 8);
    }
}
