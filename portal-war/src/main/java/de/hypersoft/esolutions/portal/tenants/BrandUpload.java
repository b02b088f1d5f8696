package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Json;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.Utf8;
import de.hypersoft.esolutions.onboarding.BrandDocument;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
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

    static String text(EntityPart part, int most) throws IOException {
        if (part == null) throw new Invalid("required", "a part of the form is missing", "brand");
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most)
                throw new Invalid("file-too-large", "the file has more than " + most + " bytes", "brand");
            return Utf8.text(bytes, "brand");
        }
    }
}
