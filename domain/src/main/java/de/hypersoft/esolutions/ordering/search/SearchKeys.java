package de.hypersoft.esolutions.ordering.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is stored beside an order to find it again; the guest's data, and to be erased with the guest's name and phone.
 *
 * @param words each word of the name with a blank before it, then all of them as one
 * @param first the name as one word from its first word on, in ASCII; bytes, so that each database sorts them alike
 * @param last likewise from its last word on
 * @param phone its digits, the last one first
 */
public record SearchKeys(String words, byte[] first, byte[] last, String phone) {

    /** Of a guest who was forgotten. */
    public static final SearchKeys NONE = of("", "");

    public static SearchKeys of(String name, String phone) {
        List<String> words = Folding.words(name);
        String whole = String.join("", words);
        String end = words.isEmpty() ? "" : words.get(words.size() - 1);
        StringBuilder all = new StringBuilder();
        words.forEach(word -> all.append(' ').append(word));
        if (words.size() > 1) all.append(' ').append(whole);
        return new SearchKeys(all.toString(), bytes(whole), bytes(end), Folding.backwards(phone));
    }

    public static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
