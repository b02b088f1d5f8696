package de.hypersoft.esolutions.web.asset;

import de.hypersoft.esolutions.web.ContentHash;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that ships with a web module. The server compresses it on its way.
 *
 * @param version changes with the content
 */
@SuppressWarnings("ArrayRecordComponent") // handed out, never compared
public record Asset(String type, String version, byte[] bytes) {

    /** The style sheet of both modules and the icons: {@code look/README.md}. */
    public static final String LOOK = "/look/";

    public static final String FOREVER = "public, max-age=31536000, immutable";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    /** Empty when there is no such file, or one of a kind that no page asks for. */
    public static Optional<Asset> find(Class<?> module, String resource) {
        String type = type(resource);
        if (type == null) return Optional.empty();
        return bytes(module, resource).map(bytes -> of(type, bytes));
    }

    /**
     * Several files as one.
     *
     * @param name whose ending says of what kind it is
     * @throws IllegalStateException when one of them is missing
     */
    public static Asset joined(Class<?> module, String name, String... resources) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String resource : resources) {
            all.writeBytes(text(module, resource).getBytes(StandardCharsets.UTF_8));
            all.write('\n');
        }
        String type = type(name);
        if (type == null) throw new IllegalArgumentException("of what kind is " + name + "?");
        return of(type, all.toByteArray());
    }

    /** @throws IllegalStateException when it is missing */
    public static String text(Class<?> module, String resource) {
        return bytes(module, resource)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException(resource + " is missing"));
    }

    /** @param asked the version in the address; an outdated one is answered with the newest and not kept */
    public Response answer(@Nullable String asked) {
        return Response.ok(bytes, type)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", version.equals(asked) ? FOREVER : "no-cache")
                .build();
    }

    private static Asset of(String type, byte[] bytes) {
        return new Asset(type, ContentHash.of(bytes).substring(0, 12), bytes);
    }

    private static @Nullable String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }

    private static Optional<byte[]> bytes(Class<?> module, String resource) {
        try (InputStream in = module.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
