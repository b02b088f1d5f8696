package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.Idna;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host name as the registry compares it: lower case, punycode, without port and final dot. */
public record HostName(String value) {

    private static final String WWW = "www.";
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}\\]");

    /** Reads a Host header; empty for anything that cannot be a host. */
    public static Optional<HostName> ofHeader(String header) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            String literal = host.substring(0, host.indexOf(']') + 1);
            return IPV6.matcher(literal).matches() ? Optional.of(new HostName(literal)) : Optional.empty();
        }
        int colon = host.indexOf(':');
        return of(colon < 0 ? host : host.substring(0, colon));
    }

    /** @throws Invalid when it is no host name */
    public static HostName parse(String given) {
        return ofHeader(given)
                .orElseThrow(() -> new Invalid("invalid-host", "»" + given + "« is no host name", "host"));
    }

    /** A name with at least two labels whose last one is no number: neither "localhost" nor an IP address. */
    public boolean isDomain() {
        int last = value.lastIndexOf('.');
        return last > 0 && !value.startsWith("[") && Character.isLetter(value.charAt(last + 1));
    }

    /**
     * Whether guests are likely to type {@code www.} before it: a name that was bought as it is, such as
     * {@code linde.de} or {@code linde.co.at}. A guess from its form that decides only what is offered.
     */
    public boolean isBare() {
        String[] labels = value.split("\\.");
        return labels.length == 2 || (labels.length == 3 && labels[1].length() <= 3 && !value.startsWith(WWW));
    }

    /**
     * As people write it: {@code bäckerei.example}; the same as {@link #value} when it holds no punycode. Some letters
     * look like others: wherever people decide by it, the value stands beside it.
     */
    public String unicode() {
        return isPlain(value) ? value : Idna.toUnicode(value);
    }

    /** The name that guests type as well: with {@code www.} before it, or without. */
    public Optional<HostName> counterpart() {
        if (!value.startsWith(WWW))
            return Optional.of(new HostName(WWW + value)).filter(HostName::isName);
        return Optional.of(new HostName(value.substring(WWW.length()))).filter(HostName::isDomain);
    }

    private boolean isName() {
        return Idna.isOfLabels(value);
    }

    private static Optional<HostName> of(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return (isPlain(name) ? Optional.of(name) : Idna.toAscii(name))
                .filter(Idna::isOfLabels)
                .map(HostName::new);
    }

    /** Nearly every name that a request brings. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c < 0x80) && !name.contains("xn--");
    }

    @Override
    public String toString() {
        return value;
    }
}
