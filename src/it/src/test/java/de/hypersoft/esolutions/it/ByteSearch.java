package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for marks in bytes, however they are written there: in any case, as UTF-8 or UTF-16, turned round, as Base64 or
 * hexadecimal, a phone number with signs between its digits, a hash of what is known of a guest. The marks are plain
 * letters and digits, which JSON and addresses leave as they are.
 */
final class ByteSearch {

    private static final String SIGNS = "[ ()/.\u00a0\u00c2+-]{0,3}";
    private static final int AROUND = 60;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /** By their first four bytes: there are too many to try each everywhere. */
    private final Map<Integer, List<String>> hashes = new HashMap<>();

    private ByteSearch() {}

    ByteSearch(Marks marks, List<Marks.Words> guests) {
        for (String mark : List.of(marks.letters(), marks.digits())) {
            spaced(mark, "text", "");
            spaced(mark, "UTF-16", "\u0000");
            spaced(new StringBuilder(mark).reverse().toString(), "turned", "");
            encoded(mark);
        }
        spaced(marks.digits(), "phone", SIGNS);
        guests.stream()
                .flatMap(guest -> Marks.known(guest).stream())
                .flatMap(ByteSearch::hashes)
                .forEach(hash -> hashes.computeIfAbsent(begin(hash, 0), key -> new ArrayList<>())
                        .add(hash));
    }

    private static int begin(String text, int at) {
        return text.charAt(at) << 24 | text.charAt(at + 1) << 16 | text.charAt(at + 2) << 8 | text.charAt(at + 3);
    }

    /** For this one guest, whose words differ from those of the others in their end. */
    ByteSearch of(Marks.Words guest) {
        ByteSearch one = new ByteSearch();
        one.spaced(guest.mail().replaceFirst("\\+.*", ""), "text", "");
        return one;
    }

    private void spaced(String mark, String name, String between) {
        String regex = mark.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining(between));
        patterns.put(name + " of " + mark, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }

    private void encoded(String mark) {
        List<String> all = new ArrayList<>();
        String typed = Character.toUpperCase(mark.charAt(0)) + mark.substring(1);
        for (String spelled : List.of(mark, typed, mark.toUpperCase(Locale.ROOT))) {
            for (int before = 0; before < 3; before++) all.add(Pattern.quote(base64(spelled, before)));
            all.add("(?i:" + HexFormat.of().formatHex(spelled.getBytes(StandardCharsets.US_ASCII)) + ")");
        }
        patterns.put("encoded " + mark, Pattern.compile(String.join("|", all)));
    }

    /** What is the same whatever stands around it. */
    private static String base64(String mark, int before) {
        byte[] bytes = (".".repeat(before) + mark).getBytes(StandardCharsets.US_ASCII);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return whole.substring((before * 8 + 5) / 6, bytes.length * 8 / 6);
    }

    private static Stream<String> hashes(String known) {
        byte[] bytes = known.getBytes(StandardCharsets.UTF_8);
        return Stream.of("MD5", "SHA-1", "SHA-256").flatMap(name -> {
            try {
                byte[] hash = MessageDigest.getInstance(name).digest(bytes);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(hash);
                return Stream.of(
                        HexFormat.of().formatHex(hash),
                        base64,
                        base64.replace('+', '-').replace('/', '_'),
                        new String(hash, StandardCharsets.ISO_8859_1));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What was found, how it was written, and what stands around it. */
    List<String> in(String bytes) {
        List<String> found = new ArrayList<>();
        patterns.forEach((name, pattern) -> {
            Matcher matcher = pattern.matcher(bytes);
            if (matcher.find()) found.add(name + around(bytes, matcher.start()));
        });
        for (int at = 0; at + 4 <= bytes.length(); at++)
            for (String hash : hashes.getOrDefault(begin(bytes, at), List.of()))
                if (bytes.startsWith(hash, at)) found.add("hash" + around(bytes, at));
        return found;
    }

    private static String around(String bytes, int at) {
        String shown = bytes.substring(Math.max(0, at - AROUND), Math.min(bytes.length(), at + AROUND));
        return " at " + at + ": " + shown.replaceAll("[^\\x20-\\x7e]", ".");
    }

    List<String> in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Of each file below that holds something, what. */
    Map<Path, List<String>> below(Path folder) {
        Map<Path, List<String>> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                List<String> in = in(Files.readAllBytes(file));
                if (!in.isEmpty()) found.put(folder.relativize(file), in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
