package de.hypersoft.esolutions.portal.audit;

import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.Origin;
import de.hypersoft.esolutions.portal.domains.HistoryWords;
import de.hypersoft.esolutions.portal.layout.PageModel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is written down for programs, said in the reader's language. What people wrote themselves stays as it is. */
public final class AuditWords {

    private static final Pattern RIGHTS = Pattern.compile("([A-Z]+), locations: (all|[0-9]+)(, mail changed)?");
    private static final Pattern REVOKED = Pattern.compile("([0-9]+) released, ([0-9]+) confirmed but not booked");
    private static final Pattern FORGOTTEN = Pattern.compile("([0-9]+) orders, ([0-9]+) traces beside them");
    private static final Pattern TERMS = Pattern.compile("data ([0-9]+) days, links ([0-9]+) days");
    private static final Pattern AREA = Pattern.compile("(.+): ([0-9.]+) / ([0-9.]+)(?: / ([0-9.]+))?");
    private static final Pattern SERIAL = Pattern.compile("serial (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("address (\\S+)");
    private static final Pattern FACTOR = Pattern.compile("(app|recovery) code");
    private static final Pattern LEFT_OUT = Pattern.compile("left out ([0-9]+)");
    private static final Pattern SHOWN = Pattern.compile("orders shown ([0-9]+)");
    private static final Pattern LINES = Pattern.compile("lines ([0-9]+)");
    private static final Pattern IMAGE = Pattern.compile("image/([a-z]+)");
    private static final String CLOSED = "geschlossen";

    private AuditWords() {}

    public static String actor(PageModel model, Audit.Line line) {
        return switch (line.actorKind()) {
            case "SYSTEM", "GUEST" -> model.word("actor", line.actorKind());
            default -> line.actor();
        };
    }

    public static String action(PageModel model, Audit.Line line) {
        return model.texts().orElse("audit." + line.action(), model.text("audit.other"));
    }

    /** Mails have no name; their id says nothing to anybody. */
    public static String subject(PageModel model, Audit.Line line) {
        return line.action().startsWith("mail-") ? "" : line.subject();
    }

    /** The address, and a few signs that tell a session from the others of the same person. */
    public static String origin(PageModel model, Audit.Line line) {
        Origin origin = line.origin();
        if (origin == null) return "";
        UUID session = origin.session();
        return session == null
                ? origin.address()
                : model.text(
                        "audit.from-session",
                        origin.address(),
                        session.toString().substring(30));
    }

    public static String detail(PageModel model, Audit.Line line) {
        String written = line.detail();
        if (written.isEmpty()) return "";
        return switch (line.action()) {
            case "user-created", "user-changed" -> rights(model, written);
            case "signed-in" -> factor(model, written);
            case "till-added" -> model.texts().orElse("till.kind-" + written, written);
            case "till-revoked" -> filled(model, "audit.revoked", REVOKED.matcher(written), written);
            case "guests-forgotten", "guest-erased" ->
                filled(model, "audit.guests-forgotten-detail", FORGOTTEN.matcher(written), written);
            case "guest-data-terms-set" -> filled(model, "audit.terms", TERMS.matcher(written), written);
            case "certificate-refused" -> HistoryWords.refused(model, written);
            case "special-day-set", "special-day-removed" -> day(model, written);
            case "delivery-set", "delivery-removed" -> area(model, written);
            case "guest-searched" -> filled(model, "audit.orders-shown", SHOWN.matcher(written), written);
            case "audit-exported" -> filled(model, "audit.lines", LINES.matcher(written), written);
            case "orders-paused" -> model.texts().orElse("pause.length-" + written, written);
            case "header-picture-set" -> picture(written);
            default -> other(model, written);
        };
    }

    private static String other(PageModel model, String written) {
        if (written.startsWith("address ")) return filled(model, "audit.address", ADDRESS.matcher(written), written);
        if (written.startsWith("left out ")) return filled(model, "audit.left-out", LEFT_OUT.matcher(written), written);
        return filled(model, "audit.serial", SERIAL.matcher(written), written);
    }

    private static String factor(PageModel model, String written) {
        Matcher which = FACTOR.matcher(written);
        return which.matches() ? model.text("audit.code-" + which.group(1)) : written;
    }

    private static String rights(PageModel model, String written) {
        Matcher parts = RIGHTS.matcher(written);
        if (!parts.matches()) return written;
        String role = model.texts().orElse("role." + parts.group(1), parts.group(1));
        String places = parts.group(2);
        String rights = places.equals("all")
                ? model.text("audit.rights-all", role)
                : model.text("audit.rights-some", role, places);
        return parts.group(3) == null ? rights : rights + ", " + model.text("audit.mail-changed");
    }

    private static String area(PageModel model, String written) {
        Matcher parts = AREA.matcher(written);
        if (!parts.matches()) return written;
        String terms =
                model.text("audit.area", parts.group(1), model.decimal(parts.group(2)), model.decimal(parts.group(3)));
        return parts.group(4) == null
                ? terms
                : terms + ", " + model.text("audit.area-free", model.decimal(parts.group(4)));
    }

    /** A date, perhaps an order type, and hours. */
    private static String day(PageModel model, String written) {
        return Arrays.stream(written.split(" "))
                .map(part -> part.equals(CLOSED)
                        ? model.text("audit.closed")
                        : model.texts().orElse("type." + part, date(model, part)))
                .collect(Collectors.joining(" "));
    }

    private static String date(PageModel model, String part) {
        try {
            return model.date(LocalDate.parse(part));
        } catch (DateTimeParseException noDate) {
            return part;
        }
    }

    private static String picture(String written) {
        Matcher kind = IMAGE.matcher(written);
        return kind.matches() ? kind.group(1).toUpperCase(java.util.Locale.ROOT) : written;
    }

    private static String filled(PageModel model, String key, Matcher parts, String written) {
        if (!parts.matches()) return written;
        Object[] values = new Object[parts.groupCount()];
        for (int i = 0; i < values.length; i++) values[i] = parts.group(i + 1);
        return model.text(key, values);
    }
}
