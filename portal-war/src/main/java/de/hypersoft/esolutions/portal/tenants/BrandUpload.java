package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import de.hypersoft.esolutions.portal.access.Upload;
import jakarta.json.bind.JsonbException;
import java.util.Map;

/** A customer's file as it comes with a form. */
public final class BrandUpload {

    static final int MOST_BYTES = 1_000_000;

    private BrandUpload() {}

    /**
     * What is wrong with a file.
     *
     * @param code empty when nothing was refused
     * @param place where in the file, such as {@code users[0].login}
     */
    public record Wrong(String code, String place, String message, Map<String, Object> facts) {
        static final Wrong NOTHING = new Wrong("", "", "", Map.of());

        static Wrong with(Refusal refused) {
            String place = refused instanceof Invalid invalid ? invalid.field() : "";
            return new Wrong(refused.code(), place, String.valueOf(refused.getMessage()), refused.parameters());
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
            throw new Invalid("unreadable-brand", String.valueOf(e.getMessage()), "brand");
        }
    }

    /** @throws Invalid {@code required}, {@code file-too-large}, {@code not-utf-8} */
    static String file(Upload.Parts parts) {
        if (!parts.has("brand")) throw new Invalid("required", "a part of the form is missing", "brand");
        if (parts.bytes("brand").length > MOST_BYTES)
            throw new Invalid("file-too-large", "the file has more than " + MOST_BYTES + " bytes", "brand");
        return parts.value("brand");
    }
}
