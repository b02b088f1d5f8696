package de.hypersoft.esolutions.inventory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One jar as it is shipped.
 *
 * @param where   such as {@code esolutions.ear!/lib/zxcvbn.jar}
 * @param inside  what Maven's own notes in the jar say: itself, and what was copied into it
 * @param texts   licences and notices in it, by their path
 */
record Jar(String where, String sha256, List<Coordinates> inside, TreeMap<String, String> texts) {

    private static final Pattern NOTES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final Pattern TEXT =
            Pattern.compile("(META-INF/)?([^/]*-)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    static Jar read(String where, byte[] content) throws IOException {
        List<Coordinates> inside = new ArrayList<>();
        TreeMap<String, String> texts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (NOTES.matcher(name).matches()) {
                    Properties notes = new Properties();
                    notes.load(new ByteArrayInputStream(zip.readAllBytes()));
                    inside.add(coordinates(where + "!/" + name, notes));
                } else if (!entry.isDirectory() && TEXT.matcher(name).matches() && !name.endsWith(".class")) {
                    texts.put(name, new String(zip.readAllBytes(), StandardCharsets.UTF_8).strip());
                }
            }
        }
        inside.sort(null);
        return new Jar(where, sha256(content), List.copyOf(inside), texts);
    }

    String fileName() {
        return where.substring(where.lastIndexOf('/') + 1);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Coordinates coordinates(String where, Properties notes) throws IOException {
        String group = notes.getProperty("groupId");
        String artifact = notes.getProperty("artifactId");
        String version = notes.getProperty("version");
        if (group == null || artifact == null || version == null) throw new IOException("no coordinates in " + where);
        return new Coordinates(group, artifact, version);
    }
}
