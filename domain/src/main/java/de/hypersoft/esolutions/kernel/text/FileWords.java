package de.hypersoft.esolutions.kernel.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file, as a sentence for the person who has to mend it: the same in the portal and at the till's
 * {@code check}. Keys are {@code load.CODE} for the whole of a catalogue, {@code finding.CODE} for a part of one, and
 * {@code refusal.CODE} for a brand's file.
 */
public final class FileWords {

    static final FileWords GERMAN = new FileWords(Locale.GERMAN);
    static final FileWords ENGLISH = new FileWords(Locale.ENGLISH);

    private static final Pattern QUOTED = Pattern.compile("»([^«]*)«");
    private static final Pattern BLANK = Pattern.compile("\\{[a-zA-Z]+}");

    private final Properties words = new Properties();

    private FileWords(Locale language) {
        String file = "files_" + language.getLanguage() + ".properties";
        try (InputStream in = FileWords.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** German to whoever reads German, else English. */
    public static FileWords in(Locale language) {
        return language.getLanguage().equals("de") ? GERMAN : ENGLISH;
    }

    /** Of a catalogue, or of one of its parts. */
    public String catalogue(FileFault fault) {
        return fault.element().isEmpty() ? load(fault.code(), fault.facts()) : finding(fault.code(), fault.detail());
    }

    /** Of a brand's file; a code without words is told as the model said it. */
    public String brand(FileFault fault) {
        return Stream.of("line", "member", "cut")
                .filter(fault.facts()::containsKey)
                .map(fact -> words.getProperty("refusal." + fault.code() + "-" + fact))
                .filter(Objects::nonNull)
                .findFirst()
                .map(exact -> filled(exact, fault.facts()))
                .orElseGet(() -> filled(words.getProperty("refusal." + fault.code(), fault.detail()), fault.facts()));
    }

    /** What is wrong with a part, what was written there, and how it is right. @param detail quotes it in »« */
    public String finding(String code, String detail) {
        StringBuilder said = new StringBuilder(words.getProperty("finding." + code, detail));
        if (said.charAt(said.length() - 1) == ':') said.setCharAt(said.length() - 1, '.'); // names stand before
        String quoted = quoted(detail, 0);
        if (!quoted.isEmpty()) said.append(" »").append(quoted).append('«');
        String how = words.getProperty("finding." + code + ".how", "");
        if (!how.isEmpty())
            said.append(' ')
                    .append(words.getProperty("finding.how"))
                    .append(' ')
                    .append(how);
        if (code.equals("misspelt-member")) said.append(' ').append(quoted(detail, 1));
        return said.toString();
    }

    /**
     * Why a whole catalogue was refused: {@code load.CODE} with its facts filled in. Where a fact is missing, as in reports
     * of before, the sentence is {@code load.CODE.short}, which needs none.
     */
    public String load(@Nullable String code, Map<String, ?> facts) {
        String key = "load." + Objects.requireNonNullElse(code, "other");
        String other = words.getProperty("load.other");
        String exact = Stream.of("unknown", "twice", "cut")
                .filter(facts::containsKey)
                .map(fact -> words.getProperty(key + "-" + fact))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> words.getProperty(key, other));
        String sentence = filled(exact, facts);
        return BLANK.matcher(sentence).find() ? words.getProperty(key + ".short", other) : sentence;
    }

    /** The names of encodings that say more than a standard's name have words of their own. */
    public String encoding(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        return words.getProperty("load.encoding-" + key, name);
    }

    /** What a finding speaks of, as the till wrote it: the n-th that stands in »«, from 0; empty when there is none. */
    public static String quoted(String detail, int n) {
        return QUOTED.matcher(detail)
                .results()
                .skip(n)
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private String filled(String sentence, Map<String, ?> facts) {
        String filled = sentence;
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            String value = String.valueOf(fact.getValue());
            if (value.isBlank()) continue;
            String shown = fact.getKey().equals("encoding") ? encoding(value) : value;
            filled = filled.replace("{" + fact.getKey() + "}", shown);
        }
        return filled;
    }
}
