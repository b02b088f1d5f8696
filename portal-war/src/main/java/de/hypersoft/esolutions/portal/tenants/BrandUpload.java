package de.hypersoft.esolutions.portal.tenants;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.onboarding.BrandRefused;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.sync.LoadWords;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A customer's file as it comes with a form. */
public final class BrandUpload {

    private static final int MOST_SHOWN = 100;

    private BrandUpload() {}

    /**
     * What is wrong with a file.
     *
     * @param code empty when nothing was refused
     * @param place where in the file, such as {@code users[0].login}
     * @param others that are wrong with it too; not all of hundreds
     */
    public record Wrong(String code, String place, Map<String, Object> facts, List<Wrong> others) {
        static final Wrong NOTHING = new Wrong("", "", Map.of(), List.of());

        static Wrong with(Refusal refused) {
            List<Invalid> all = refused instanceof BrandRefused brand ? brand.faults() : List.of();
            List<Wrong> others = all.stream()
                    .skip(1)
                    .limit(MOST_SHOWN)
                    .map(fault -> one(fault, List.of()))
                    .toList();
            return one(refused, others);
        }

        private static Wrong one(Refusal refused, List<Wrong> others) {
            String place = refused instanceof Invalid invalid ? invalid.field() : "";
            return new Wrong(refused.code(), place, refused.parameters(), others);
        }

        /** It and the others. */
        public List<Wrong> all() {
            return code.isEmpty()
                    ? List.of()
                    : Stream.concat(Stream.of(this), others.stream()).toList();
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

    /** @throws Invalid {@code required}, {@code file-too-large}, {@code not-utf-8} */
    static String file(Upload.Parts parts) {
        if (!parts.has("brand")) throw new Invalid("required", "a part of the form is missing", "brand");
        if (parts.bytes("brand").length > BrandFile.MAX_BYTES)
            throw new Invalid("file-too-large", "the file has more than " + BrandFile.MAX_BYTES + " bytes", "brand");
        return parts.value("brand");
    }
}
