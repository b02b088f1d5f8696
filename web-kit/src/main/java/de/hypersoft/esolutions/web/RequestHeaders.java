package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.kernel.LruCache;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says about itself. Read once before anything else, since JAX-RS reads some of it late and loudly. */
public final class RequestHeaders {

    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]*)?|1(\\.0*)?|\\.[0-9]+");

    private static final int LONGEST_LANGUAGES = 200;

    /** Browsers of one language and version say the same, and to read it takes longer than all else of a head. */
    private static final LruCache<String, List<Locale.LanguageRange>> LANGUAGES = new LruCache<>(500);

    private RequestHeaders() {}

    /**
     * The languages that somebody would like, best first. None for a browser that says nonsense.
     *
     * @param header Accept-Language, or null
     */
    public static List<Locale.LanguageRange> languages(@Nullable String header) {
        if (header == null || header.length() > LONGEST_LANGUAGES) return List.of();
        List<Locale.LanguageRange> known = LANGUAGES.get(header);
        if (known != null) return known;
        List<Locale.LanguageRange> read = read(header);
        LANGUAGES.put(header, read);
        return read;
    }

    private static List<Locale.LanguageRange> read(String header) {
        try {
            return List.copyOf(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException nonsense) {
            return List.of();
        }
    }

    /**
     * @throws BadRequestException for an Accept or Content-Type that cannot be read
     * @throws NotSupportedException for a body in letters that this machine does not have
     */
    public static void check(ContainerRequestContext request) {
        MediaType sent;
        try {
            if (!request.getAcceptableMediaTypes().stream().allMatch(RequestHeaders::weighed))
                throw new IllegalArgumentException("no quality from 0 to 1");
            sent = request.getMediaType();
        } catch (RuntimeException unreadable) {
            throw new BadRequestException(unreadable);
        }
        if (sent != null && !known(sent.getParameters().get(MediaType.CHARSET_PARAMETER)))
            throw new NotSupportedException();
    }

    private static boolean weighed(MediaType type) {
        String quality = type.getParameters().get("q");
        return quality == null || QUALITY.matcher(quality.strip()).matches();
    }

    private static boolean known(@Nullable String charset) {
        try {
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
