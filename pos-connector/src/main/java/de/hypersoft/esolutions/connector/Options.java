package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.wire.Letters;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Flags and words of a command line, over the settings of a properties file; both use the same names. */
public final class Options {

    private static final Set<String> ALONE = Set.of("help", "increment", "exit-with-parent");
    private static final Set<String> KNOWN = Set.of(
            "config",
            "portal",
            "data",
            "pin",
            "name",
            "lang",
            "language",
            "max",
            "wait-seconds",
            "poll-seconds",
            "poll-gap-ms",
            "auto-release",
            "preparing-after",
            "ready-after",
            "completed-after",
            "till-core",
            "catalog",
            "backoff-min-ms",
            "backoff-max-ms",
            "alarm-after-seconds",
            "port",
            "terminal",
            "zone",
            "country",
            "until",
            "reason",
            "help",
            "increment",
            "exit-with-parent",
            "core",
            "candidate",
            "pairing",
            "json",
            "patience-seconds",
            "quiet-seconds");

    private final Map<String, String> values;
    private final List<String> words;

    private Options(Map<String, String> values, List<String> words) {
        this.values = values;
        this.words = words;
    }

    /** The command line can not be understood; the message says what to write instead. */
    public static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;

        public Misunderstood(String words) {
            super(words);
        }
    }

    /** Reads {@code --flag value}, {@code --flag=value} and plain words. */
    public static Options parse(List<String> arguments) throws Misunderstood {
        Map<String, String> flags = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            String[] parts = argument.substring(2).split("=", 2);
            String name = known(parts[0], "flag --");
            boolean complete = parts.length > 1 || ALONE.contains(name);
            if (!complete && i + 1 >= arguments.size()) throw new Misunderstood("--" + name + " needs a value");
            String value = parts.length > 1 ? parts[1] : complete ? "on" : arguments.get(++i);
            if (parts.length == 1 && value.startsWith("--")) { // its own value was forgotten
                throw new Misunderstood("--" + name + " needs a value, and " + value
                        + " looks like a flag; if it is the value, write --" + name + "=" + value);
            }
            if (value.isBlank()) { // a script's variable that was not set: never as if the flag were not there
                throw new Misunderstood("--" + name + " needs a value");
            }
            if (flags.put(name, value) != null) throw new Misunderstood("--" + name + " is given twice");
        }
        Map<String, String> all = new LinkedHashMap<>();
        if (flags.containsKey("config")) all.putAll(file(Path.of(flags.getOrDefault("config", ""))));
        all.putAll(flags);
        return new Options(all, List.copyOf(words));
    }

    /** The plain words, the command first. */
    List<String> words() {
        return words;
    }

    /** The n-th plain word. @param what the name of the word in the message when it is missing */
    String word(int index, String what) throws Misunderstood {
        if (index >= words.size() || words.get(index).isBlank()) throw new Misunderstood(what + " is missing");
        return words.get(index);
    }

    boolean on(String name) throws Misunderstood {
        String value = values.getOrDefault(name, "off");
        return switch (value) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw new Misunderstood("--" + name + " is on or off, not " + value);
        };
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    String need(String name) throws Misunderstood {
        return text(name).orElseThrow(() -> new Misunderstood("--" + name + " is missing"));
    }

    /** A whole number within bounds. */
    long number(String name, long otherwise, long least, long most) throws Misunderstood {
        String text = values.getOrDefault(name, Long.toString(otherwise));
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException notANumber) {
            // said below, together with a number out of bounds
        }
        throw new Misunderstood("--" + name + " is a whole number from " + least + " to " + most + ", not " + text);
    }

    /** A time as {@code 500ms}, {@code 20s} or {@code 3m}; empty when not set or {@code off}. */
    Optional<Duration> time(String name) throws Misunderstood {
        String text = values.getOrDefault(name, "off").strip();
        if (text.equals("off")) return Optional.empty();
        if (!text.matches("\\d{1,6}(ms|s|m)"))
            throw new Misunderstood("--" + name + " is a time as 500ms, 20s or 3m, or off; not " + text);
        long number = Long.parseLong(text.replaceAll("\\D", ""));
        return Optional.of(
                text.endsWith("ms")
                        ? Duration.ofMillis(number)
                        : text.endsWith("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number));
    }

    private static Map<String, String> file(Path path) throws Misunderstood {
        Properties properties = new Properties();
        try {
            byte[] bytes = Files.readAllBytes(path);
            Optional<Letters.Fault> fault = Letters.fault(bytes);
            if (fault.isPresent())
                throw new Misunderstood("the settings file " + path + " can not be read: " + fault.get());
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new Misunderstood("the settings file " + path + " can not be read: " + unreadable.getMessage());
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            settings.put(
                    known(name, "setting "), properties.getProperty(name, "").strip());
        }
        return settings;
    }

    private static String known(String name, String what) throws Misunderstood {
        if (!KNOWN.contains(name)) throw new Misunderstood("unknown " + what + name + "; see --help");
        return name;
    }
}
