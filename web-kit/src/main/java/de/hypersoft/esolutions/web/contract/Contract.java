package de.hypersoft.esolutions.web.contract;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An API as its contract describes it.
 *
 * @param parts its operations, by subject
 * @param shapes of bodies and answers, in the order of the contract
 * @param codes with which it refuses
 */
public record Contract(
        String title, String version, String description, List<Part> parts, List<Shape> shapes, List<ErrorCode> codes) {

    /** Operations of one subject. */
    public record Part(String name, String description, List<Operation> operations) {}

    /** @param meaning a sentence for whoever writes a program against the API */
    public record ErrorCode(String name, String meaning) {}

    /** What a member is: {@code before + shape + after}, of which the shape is described elsewhere on the page, or empty. */
    public record Kind(String before, String shape, String after) {}

    /**
     * A member of a shape, or a parameter.
     *
     * @param place where a parameter stands ({@code path}, {@code query}, {@code header}); empty for a member
     * @param values that it can have; empty when they are not counted
     */
    public record Member(
            String name, String place, Kind kind, boolean required, List<String> values, String description) {}

    /** @param values of a shape that is one of several texts; empty for an object */
    public record Shape(String name, String description, List<Member> members, List<String> values) {}

    /**
     * What is sent or answered.
     *
     * @param shape its name, or empty
     * @param example as JSON, or empty
     */
    public record Body(String type, String shape, String example) {}

    /**
     * @param status as {@code 409}; {@code default} for all that no other answer names
     * @param codes of a refusal; empty for none
     */
    public record Answer(String status, String description, List<Body> bodies, List<String> codes) {}

    /**
     * One method of one address.
     *
     * @param bodies what is sent, one for each media type
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Member> parameters,
            List<Body> bodies,
            List<Answer> answers) {}

    /**
     * @param module any class of the module that has it
     * @param path of the contract, as {@link Class#getResourceAsStream} takes it
     */
    public static Contract of(Class<?> module, String path) {
        try (JsonReader reader = JsonProvider.provider().createReader(new ByteArrayInputStream(text(module, path)))) {
            JsonObject document = reader.readObject();
            return new ContractReading(document).contract();
        }
    }

    /** The contract as it is committed, in UTF-8. */
    public static byte[] text(Class<?> module, String path) {
        try (InputStream in = module.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException(path + " is missing");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
