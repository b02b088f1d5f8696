package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.FileSchema;
import de.hypersoft.esolutions.kernel.text.JsonFault;
import de.hypersoft.esolutions.kernel.text.JsonTree;
import de.hypersoft.esolutions.kernel.text.Utf8;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A brand's file, read: by whoever brings one, and by whoever wants to know before whether it is right. All that is wrong
 * with it is said at once, as far as the file alone tells; what is taken already, only the act finds.
 */
public final class BrandFile {

    public static final int MAX_BYTES = 1_000_000;

    private BrandFile() {}

    /** Its JSON Schema, in UTF-8. */
    public static byte[] schema() {
        return FileSchema.of(BrandFile.class, "brand.schema.json");
    }

    /** What it is read for: a new brand, a change of one, or to be looked at. */
    private enum Purpose {
        NEW,
        CHANGE,
        CHECK
    }

    /** @throws BrandRefused with all that is wrong */
    public static BrandDocument ofNew(String json) {
        return document(json, Purpose.NEW);
    }

    /**
     * Its people are not looked at: a change touches nobody.
     *
     * @throws BrandRefused with all that is wrong
     */
    public static BrandDocument ofChange(String json) {
        return document(json, Purpose.CHANGE);
    }

    /** All that is wrong with it as the file of a new brand; of one that is no demo. */
    public static List<FileFault> check(byte[] json) {
        try {
            document(Utf8.text(json, ""), Purpose.CHECK);
            return List.of();
        } catch (BrandRefused refused) {
            return refused.faults().stream().map(FileFault::of).toList();
        } catch (Invalid unreadable) {
            return List.of(FileFault.of(unreadable));
        }
    }

    private static BrandDocument document(String json, Purpose purpose) {
        List<Invalid> shape = new ArrayList<>();
        JsonObject object = object(json, at -> shape.add(twice(at)));
        BrandDocument document = new RecordReader(shape::add).read(object, BrandDocument.class);
        shape.sort(Comparator.comparing(Invalid::code).reversed()); // what is there and wrong, before what is missing
        BrandCheck check = new BrandCheck(document, shape);
        check.brand();
        if (purpose != Purpose.CHANGE) check.people();
        if (purpose == Purpose.CHECK) check.passwords();
        if (!check.faults().isEmpty()) throw new BrandRefused(check.faults());
        return document;
    }

    private static Invalid unreadable(RuntimeException e) {
        return new Invalid("unreadable-brand", String.valueOf(e.getMessage()), "brand", JsonFault.where(e));
    }

    /** @param at a pointer, where the model's refusals name places such as {@code zones[0].fee} */
    private static Invalid twice(String at) {
        String place = at.substring(1).replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
        return new Invalid("member-twice", place + " comes twice", place);
    }

    private static JsonObject object(String json, Consumer<String> twice) {
        try (JsonParser parser = JsonProvider.provider().createParser(new StringReader(json))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = JsonTree.object(parser, twice);
                while (parser.hasNext()) parser.next(); // which refuses what stands behind the end
                return object;
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException | UnsupportedOperationException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // Parsson tells of a document nested too deep by a bare RuntimeException
            if (e.getClass() != RuntimeException.class) throw e;
            throw unreadable(e);
        }
        throw new Invalid("unreadable-brand", "the file is no object", "brand");
    }
}
