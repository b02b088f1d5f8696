package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.ExceptionChain;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.sync.LoadWords;
import de.hypersoft.esolutions.web.page.Texts;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A customer's file as it comes with a form. */
public final class BrandUpload {

    static final int MOST_BYTES = 1_000_000;

    private static final Pattern MEMBER = Pattern.compile("Unable to deserialize property '([^']+)'");

    private BrandUpload() {}

    /**
     * What is wrong with a file.
     *
     * @param code empty when nothing was refused
     * @param place where in the file, such as {@code users[0].login}
     */
    public record Wrong(String code, String place, Map<String, Object> facts) {
        static final Wrong NOTHING = new Wrong("", "", Map.of());

        static Wrong with(Refusal refused) {
            String place = refused instanceof Invalid invalid ? invalid.field() : "";
            return new Wrong(refused.code(), place, refused.parameters());
        }

        /** In the reader's language; with the line where the file is not even JSON, or no text. */
        public String sentence(Texts texts) {
            Map<String, Object> told = new HashMap<>(facts);
            told.computeIfPresent("encoding", (name, encoding) -> LoadWords.encoding(texts, String.valueOf(encoding)));
            return Stream.of("line", "member")
                    .filter(facts::containsKey)
                    .map(fact -> code + "-" + fact)
                    .filter(exact -> texts.has("refusal." + exact))
                    .findFirst()
                    .map(exact -> texts.refusal(exact, told))
                    .orElseGet(() -> texts.refusal(code, told));
        }
    }

    /** @throws Invalid {@code unreadable-brand}, {@code missing-member} */
    static BrandDocument document(String json) {
        try {
            BrandDocument document = Json.read(json, BrandDocument.class);
            if (document == null) throw new Invalid("unreadable-brand", "the file is empty", "brand");
            Members.requireAll(document, "");
            return document;
        } catch (JsonbException e) {
            throw new Invalid("unreadable-brand", String.valueOf(e.getMessage()), place(e), told(e));
        }
    }

    /** The member of another shape than it has, as far as that is known: {@code locations}; else that of the form. */
    private static String place(JsonbException unread) {
        List<String> members = new ArrayList<>();
        for (Throwable cause : ExceptionChain.of(unread)) {
            Matcher named = MEMBER.matcher(String.valueOf(cause.getMessage()));
            if (named.lookingAt()) members.add(named.group(1));
        }
        return members.isEmpty() ? "brand" : String.join(".", members);
    }

    private static Map<String, Object> told(JsonbException unread) {
        for (Throwable cause : ExceptionChain.of(unread))
            if (cause instanceof JsonParsingException parsing)
                return Map.of(
                        "line", parsing.getLocation().getLineNumber(),
                        "column", parsing.getLocation().getColumnNumber());
        String place = place(unread);
        return place.equals("brand") ? Map.of() : Map.of("member", place);
    }

    /** @throws Invalid {@code required}, {@code file-too-large}, {@code not-utf-8} */
    static String file(Upload.Parts parts) {
        if (!parts.has("brand")) throw new Invalid("required", "a part of the form is missing", "brand");
        if (parts.bytes("brand").length > MOST_BYTES)
            throw new Invalid("file-too-large", "the file has more than " + MOST_BYTES + " bytes", "brand");
        return parts.value("brand");
    }
}
