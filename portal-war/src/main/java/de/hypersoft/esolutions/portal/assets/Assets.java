package de.hypersoft.esolutions.portal.assets;

import de.hypersoft.esolutions.kernel.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files below {@code assets/} and the shared {@code look/} on the class path, read once. */
public final class Assets {

    /** @param version changes with the content */
    public record Asset(byte[] bytes, String type, String version) {}

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    private static final Map<String, Optional<Asset>> READ = new ConcurrentHashMap<>();

    private Assets() {}

    public static Optional<Asset> find(String file) {
        return READ.computeIfAbsent(file, Assets::read);
    }

    /** Where a browser finds the file, for as long as it has this content. */
    public static String address(String file) {
        String version = find(file).map(Asset::version).orElseThrow(() -> new IllegalArgumentException(file));
        return "/portal/assets/" + file + "?v=" + version;
    }

    private static Optional<Asset> read(String file) {
        return read("assets", file).or(() -> read("look", file));
    }

    private static Optional<Asset> read(String folder, String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null) return Optional.empty();
        try (InputStream in = Assets.class.getResourceAsStream("/" + folder + "/" + file)) {
            if (in == null) return Optional.empty();
            byte[] bytes = in.readAllBytes();
            String version = Secret.hashOf(new String(bytes, StandardCharsets.ISO_8859_1))
                    .substring(0, 12);
            return Optional.of(new Asset(bytes, type, version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
