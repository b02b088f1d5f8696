package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that a stranger typed and another stranger reads: a mail to an address that somebody else entered must not carry
 * that somebody's link. Mail programs make links of bare text, so escaping is not enough.
 */
public final class StrangersLinks {

    private static final Pattern DOTS = Pattern.compile("[\u3002\uff61\uff0e\u2024]");
    private static final Pattern MARKUP = Pattern.compile("[<>]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)//|\\\\\\\\|[a-z][a-z0-9+.-]{1,20}:/"
            + "|\\b(?:javascript|vbscript|data|file|ftps?|https?|mailto|sms|tel|callto|whatsapp):"
            + "|(?<![\\p{L}\\p{N}])www\\d?\\.\\S|[^\\s@]@[^\\s@]+\\.\\p{L}");
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}](?:[.][\\p{L}\\p{N}-]+)*\\.(\\p{L}{2,24}|xn--[\\w-]+)(?![\\p{L}\\p{N}-])");

    /** "Dr.Li" is a name and "evil.li" is a host, so a host without any other sign ends in small letters. */
    private static final Set<String> ENDS = Stream.concat(
                    Arrays.stream(Locale.getISOCountries()).map(code -> code.toLowerCase(Locale.ROOT)),
                    Stream.of(
                            "eu",
                            "uk",
                            "su",
                            "com",
                            "net",
                            "org",
                            "info",
                            "biz",
                            "name",
                            "mobi",
                            "pro",
                            "edu",
                            "gov",
                            "app",
                            "dev",
                            "page",
                            "web",
                            "site",
                            "website",
                            "online",
                            "shop",
                            "store",
                            "blog",
                            "club",
                            "top",
                            "xyz",
                            "icu",
                            "vip",
                            "win",
                            "bid",
                            "loan",
                            "click",
                            "link",
                            "live",
                            "life",
                            "fun",
                            "space",
                            "tech",
                            "cloud",
                            "digital",
                            "email",
                            "support",
                            "work",
                            "works",
                            "world",
                            "today",
                            "news",
                            "media",
                            "agency",
                            "group",
                            "team",
                            "zone",
                            "one",
                            "bar",
                            "cafe",
                            "restaurant",
                            "pizza",
                            "berlin",
                            "hamburg",
                            "koeln",
                            "bayern",
                            "wien",
                            "gmbh",
                            "london"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern BEFORE_WORD = Pattern.compile("\\.(?=[\\p{L}\\p{M}\\p{So}])|(?<=\\p{L})\\.(?=\\p{N})");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern SCHEME = Pattern.compile("(?<=\\p{L}):(?=\\S)|:(?=[\\p{L}/\\\\])");
    private static final Pattern PAIR = Pattern.compile("(?<=/)/|(?<=\\\\)\\\\");
    private static final Pattern AT = Pattern.compile("(?<=\\S)@(?=\\S)");

    private StrangersLinks() {}

    /** Whether it holds a web or mail address, a scheme, or what could be markup, also by full-width signs or hidden ones. */
    public static boolean in(String text) {
        String plain = seen(text);
        if (plain.chars().noneMatch(StrangersLinks::isSign)) return false;
        if (MARKUP.matcher(plain).find() || ADDRESS.matcher(plain).find()) return true;
        Matcher host = HOST.matcher(plain);
        while (host.find()) {
            String end = host.group(1);
            boolean path = host.end() < plain.length() && plain.charAt(host.end()) == '/';
            if (path || ENDS.contains(end) || end.startsWith("xn--")) return true;
        }
        return false;
    }

    /** One at least stands in everything that is looked for. */
    private static boolean isSign(int c) {
        return c == '.' || c == '@' || c == ':' || c == '/' || c == '\\' || c == '<' || c == '>';
    }

    /**
     * The text itself.
     *
     * @throws Invalid {@code link-not-allowed} when there is one {@link #in} it
     */
    public static String refuse(String text, String field) {
        if (in(text)) throw new Invalid("link-not-allowed", field + " holds an address or markup", field);
        return text;
    }

    /**
     * The same words, readable, of which no mail program makes a link and no reader of HTML makes markup: a blank stands
     * behind each sign that would hold an address together. Times ({@code 19:30}) and amounts ({@code 1.5}) stay.
     */
    public static String defanged(String text) {
        String plain = seen(text).replace('<', '\u2039').replace('>', '\u203a');
        plain = NUMBERED.matcher(plain).replaceAll(match -> match.group().replace(".", ". "));
        plain = BEFORE_WORD.matcher(plain).replaceAll(". ");
        plain = SCHEME.matcher(plain).replaceAll(": ");
        plain = PAIR.matcher(plain).replaceAll(match -> " " + Matcher.quoteReplacement(match.group()));
        return AT.matcher(plain).replaceAll(" @ ");
    }

    private static String seen(String text) {
        return DOTS.matcher(TypedText.plain(text)).replaceAll(".");
    }
}
