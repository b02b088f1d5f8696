package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Style sheet and script, each under an address that names its content, so that browsers may keep it forever. */
public final class Assets {

    private static final Map<String, Asset> BY_NAME = new HashMap<>();

    static {
        put("shop.css", "text/css; charset=utf-8", "/look/tokens.css", "/look/base.css", "/static/shop.css");
        put("shop.js", "text/javascript; charset=utf-8", "/static/shop.js");
    }

    private Assets() {}

    public record Asset(String name, String type, String version, byte[] plain, byte[] zipped) {
        public String path() {
            return "/static/" + version + "/" + name;
        }
    }

    public static String path(String name) {
        return find(name).orElseThrow().path();
    }

    public static Optional<Asset> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static String text(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] zip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static void put(String name, String type, String... resources) {
        StringBuilder text = new StringBuilder();
        for (String resource : resources) text.append(text(resource)).append('\n');
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        String version = Secret.hashOf(text.toString()).substring(0, 12);
        BY_NAME.put(name, new Asset(name, type, version, plain, zip(plain)));
    }
}
