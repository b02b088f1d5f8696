package de.hypersoft.esolutions.connector.wire;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words for people at the till, German first, English complete. */
public record ConnectorTexts(Locale language) {

    /** @throws java.util.MissingResourceException when no bundle has the key */
    public String of(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "connector_messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language).format(values);
    }
}
