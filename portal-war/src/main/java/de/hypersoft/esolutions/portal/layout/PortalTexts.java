package de.hypersoft.esolutions.portal.layout;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The portal's words in one language. {@code {0}} and {@code {name}} stand for what is filled in. */
public final class PortalTexts {

    public static final String BUNDLE = "de.hypersoft.esolutions.portal.messages";

    private static final PortalTexts GERMAN = new PortalTexts(Locale.GERMAN);
    private static final PortalTexts ENGLISH = new PortalTexts(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private PortalTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                PortalTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param language {@code en} or anything else for German */
    public static PortalTexts in(String language) {
        return "en".equals(language) ? ENGLISH : GERMAN;
    }

    public Locale locale() {
        return locale;
    }

    /** With 1 as the first value the words are those of {@code key.one}, where there are such. */
    public String text(String key, Object... values) {
        boolean one = values.length > 0 && values[0] instanceof Number number && number.longValue() == 1;
        String result = bundle.getString(one && bundle.containsKey(key + ".one") ? key + ".one" : key);
        for (int i = 0; i < values.length; i++) result = result.replace("{" + i + "}", String.valueOf(values[i]));
        return result;
    }

    /** A word for a value that comes from the model: {@code state.PENDING}. */
    public String word(String group, Object value) {
        return text(group + "." + value);
    }

    /** The word for a value that may have none yet. */
    public String orElse(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    /** The sentence of a refusal, by its code; a code without one says so and shows the code. */
    public String refusal(String code, Map<String, Object> facts) {
        String sentence = orElse("refusal." + code, text("refusal.other", code));
        for (Map.Entry<String, Object> fact : facts.entrySet())
            sentence = sentence.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        return sentence;
    }
}
