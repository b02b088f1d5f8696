package de.hypersoft.esolutions.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The texts of one web module, in German and in English. */
public record Bundle(Texts german, Texts english) {

    /**
     * @param module any class of the web module
     * @param path of its files, without language and ending
     */
    public static Bundle of(Class<?> module, String path) {
        return new Bundle(load(module, path, Locale.GERMAN), load(module, path, Locale.ENGLISH));
    }

    /**
     * With the texts of another module beside them.
     *
     * @param module any class of it
     * @param path of its files, without language and ending
     */
    public Bundle and(Class<?> module, String path) {
        Bundle other = of(module, path);
        return new Bundle(german.and(other.german), english.and(other.english));
    }

    /** @param language as in {@code de}; nobody but us says what stands in a link or a cookie */
    public Optional<Texts> in(String language) {
        return List.of(german, english).stream()
                .filter(texts -> texts.language().equals(language))
                .findFirst();
    }

    /** @param wanted languages, best first */
    public Optional<Texts> first(List<Locale.LanguageRange> wanted) {
        return Optional.ofNullable(Locale.lookup(wanted, List.of(german.locale(), english.locale())))
                .flatMap(found -> in(found.getLanguage()));
    }

    private static Texts load(Class<?> module, String path, Locale locale) {
        String file = path + "_" + locale.getLanguage() + ".properties";
        try (InputStream in = module.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Texts(locale, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
