package de.hypersoft.esolutions.kernel.text;

import jakarta.json.stream.JsonParsingException;
import java.util.Map;
import java.util.NoSuchElementException;

/** Where a text stops to be JSON, out of what Parsson throws. */
public final class JsonFault {

    private JsonFault() {}

    /**
     * {@code line} and {@code column}, from 1; {@code cut} when it ends before it is whole, where Parsson counts no columns;
     * nothing when the place is not known, as of what is nested too deep.
     */
    public static Map<String, Object> where(RuntimeException thrown) {
        String words = String.valueOf(thrown.getMessage());
        if (thrown instanceof NoSuchElementException || words.contains("token=EOF") || words.contains("char -1 at"))
            return Map.of("cut", true);
        return thrown instanceof JsonParsingException parsing && parsing.getLocation() != null
                ? Map.of(
                        "line",
                        parsing.getLocation().getLineNumber(),
                        "column",
                        parsing.getLocation().getColumnNumber())
                : Map.of();
    }
}
