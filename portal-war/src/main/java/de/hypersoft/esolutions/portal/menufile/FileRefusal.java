package de.hypersoft.esolutions.portal.menufile;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a file is not taken, or cannot be shown yet.
 *
 * @param code empty when nothing was refused
 */
public record FileRefusal(String code, Map<String, Object> facts) {

    static final FileRefusal NONE = new FileRefusal("", Map.of());

    static FileRefusal of(@Nullable Refusal refusal) {
        return refusal == null ? NONE : new FileRefusal(refusal.code(), refusal.parameters());
    }

    /** What kind of file it is, which column is missing or in which line it broke has a sentence of its own. */
    public String sentence(Texts texts) {
        return Stream.of("is", "column", "line")
                .filter(facts::containsKey)
                .flatMap(fact -> Stream.of(code + "-" + facts.get(fact), code + "-" + fact))
                .filter(exact -> texts.has("refusal." + exact))
                .findFirst()
                .map(exact -> texts.refusal(exact, facts))
                .orElseGet(() -> texts.refusal(code, facts));
    }

    /** The field of the form that is wrong. */
    public String field() {
        return String.valueOf(facts.getOrDefault("field", ""));
    }
}
