package de.hypersoft.esolutions.http.head;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a client takes packed answers (RFC 9110, 12.5.3), read in one way by whatever of the server packs them. */
public final class AcceptEncoding {

    private static final String GZIP = "gzip";
    private static final Pattern WEIGHED = Pattern.compile("([a-zA-Z*-]{1,20})\\s*;\\s*[qQ]=([0-9.]{1,6})");
    private static final Pattern NONE = Pattern.compile("0(\\.0*)?");

    private AcceptEncoding() {}

    /**
     * Says in plain words what weights and stars come to, before the server behind reads them in its own way: it packs for
     * who weighs gzip with nought, and refuses who wants nothing packed.
     */
    public static void simplify(HeaderMap headers) {
        HeaderValues sent = headers.get(Headers.ACCEPT_ENCODING);
        if (sent == null || sent.stream().noneMatch(line -> line.indexOf(';') >= 0 || line.indexOf('*') >= 0)) return;
        boolean packed = takesGzip(String.join(",", sent));
        headers.remove(Headers.ACCEPT_ENCODING);
        if (packed) headers.put(Headers.ACCEPT_ENCODING, GZIP);
    }

    /**
     * Whether an answer may be packed by gzip.
     *
     * @param header Accept-Encoding, or null
     */
    public static boolean takesGzip(@Nullable String header) {
        if (header == null) return false;
        boolean any = false;
        for (String coding : header.split(",")) {
            String name = coding.strip();
            boolean wanted = true;
            if (name.indexOf(';') >= 0) {
                Matcher weighed = WEIGHED.matcher(name);
                if (!weighed.matches()) continue;
                name = weighed.group(1);
                wanted = !NONE.matcher(weighed.group(2)).matches();
            }
            if (name.equalsIgnoreCase(GZIP)) return wanted;
            any |= name.equals("*") && wanted;
        }
        return any;
    }
}
