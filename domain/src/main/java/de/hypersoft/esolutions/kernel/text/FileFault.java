package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param pointer the place as RFC 6901 writes it ({@code /articles/12/price}); empty for the whole file
 * @param code stable, kebab-case
 * @param detail a sentence in English for the maker of what writes such files; people read that of {@link FileWords}
 * @param element id of the catalogue's element that has it; empty for the whole, and in a brand's file
 * @param facts of what the sentence speaks, by name
 */
public record FileFault(String pointer, String code, String detail, String element, Map<String, Object> facts) {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    public FileFault {
        facts = Map.copyOf(facts);
    }

    public FileFault(String pointer, String code, String detail) {
        this(pointer, code, detail, "", Map.of());
    }

    /** What the model refused; its field names the place, such as {@code users[2].login}. */
    public static FileFault of(Invalid refusal) {
        return new FileFault(
                pointer(refusal.field()),
                refusal.code(),
                String.valueOf(refusal.getMessage()),
                "",
                refusal.parameters());
    }

    /** One step of a pointer, with its stroke. */
    public static String step(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    private static String pointer(String place) {
        if (place.isEmpty()) return "";
        return "/" + INDEX.matcher(place).replaceAll(".$1").replace('.', '/');
    }
}
