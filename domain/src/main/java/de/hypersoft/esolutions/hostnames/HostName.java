package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Invalid;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host name as the registry compares it: lower case, punycode, without port and final dot. */
public record HostName(String value) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
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

    /** As people write it: {@code bäckerei.example}; the same as {@link #value} when it holds no punycode. */
    public String unicode() {
        return IDN.toUnicode(value);
    }

    private static Optional<HostName> of(String host) {
        try {
            String ascii = IDN.toASCII(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
            String name = ascii.toLowerCase(Locale.ROOT);
            return NAME.matcher(name).matches() ? Optional.of(new HostName(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no label of it can be written in punycode
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
