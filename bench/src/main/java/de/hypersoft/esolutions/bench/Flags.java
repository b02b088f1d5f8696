package de.hypersoft.esolutions.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A command line of {@code --name value} pairs, checked. */
public final class Flags {

    private final Map<String, String> values = new LinkedHashMap<>();

    public Flags(String[] arguments, Set<String> known) {
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : arguments[i];
            if (!known.contains(name) || i + 1 == arguments.length)
                throw new IllegalArgumentException("not understood: " + arguments[i] + "; there are " + known);
            values.put(name, arguments[i + 1]);
        }
    }

    public int number(String name, int otherwise, int least, int most) {
        int number = Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
        if (number < least || number > most)
            throw new IllegalArgumentException("--" + name + " lies between " + least + " and " + most);
        return number;
    }

    public String word(String name, String otherwise, Set<String> allowed) {
        String word = values.getOrDefault(name, otherwise);
        if (!allowed.contains(word)) throw new IllegalArgumentException("--" + name + " is one of " + allowed);
        return word;
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
