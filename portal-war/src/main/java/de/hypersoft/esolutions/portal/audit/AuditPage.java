package de.hypersoft.esolutions.portal.audit;

import de.hypersoft.esolutions.closing.BusinessDay;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.portal.orders.ListQuery;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of privileged acts: by words and day, page by page, and as a file. */
@RequestScoped
@Path("audit")
public class AuditPage {

    private static final int PER_PAGE = 100;
    private static final int MOST_EXPORTED = 50_000;

    @Inject
    private Audit audit;

    @Inject
    private PageModels models;

    @Inject
    private VisibleLocations visible;

    /** What the page shows. */
    public record Shown(List<Audit.Line> lines, String text, String day, int page, boolean more, ZoneId zone) {}

    @GET
    public View show(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("page") @DefaultValue("1") int page) {
        int number = Math.max(1, Math.min(10_000, page));
        List<Audit.Line> lines = read(search(text, day), (number - 1) * PER_PAGE, PER_PAGE + 1);
        return View.of(
                AuditPage.class,
                new Shown(lines.stream().limit(PER_PAGE).toList(), text, day, number, lines.size() > PER_PAGE, zone()));
    }

    /** In the words of the page, with the stable code of the act as the last column. */
    @GET
    @Path("export.csv")
    public Response export(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("day") @DefaultValue("") String day) {
        List<List<String>> rows = new ArrayList<>();
        PageModel model = models.current();
        rows.add(List.of(
                model.text("sync.when"),
                model.text("audit.who"),
                model.text("audit.what"),
                model.text("audit.subject"),
                model.text("audit.detail"),
                model.text("audit.from"),
                "code"));
        for (Audit.Line line : exported(search(text, day)))
            rows.add(List.of(
                    line.at().toString(),
                    AuditWords.actor(model, line),
                    AuditWords.action(model, line),
                    AuditWords.subject(model, line),
                    AuditWords.detail(model, line),
                    AuditWords.origin(model, line),
                    line.action()));
        return Response.ok(Csv.of(rows), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }

    /** Hosting staff read of all tenants, whichever they look at elsewhere. */
    private List<Audit.Line> read(Audit.Search search, int offset, int limit) {
        if (!(visible.caller().reach() instanceof Scope own)) return audit.findEverywhere(search, offset, limit);
        visible.caller().requireWholeTenant(own.tenant());
        return audit.find(own.tenant().value(), search, offset, limit);
    }

    private List<Audit.Line> exported(Audit.Search search) {
        Actor by = visible.caller().actor();
        if (!(visible.caller().reach() instanceof Scope own)) return audit.exportEverywhere(by, search, MOST_EXPORTED);
        visible.caller().requireWholeTenant(own.tenant());
        return audit.export(by, own.tenant().value(), search, MOST_EXPORTED);
    }

    private Audit.Search search(String text, String day) {
        String clean = text.replace("\0", "");
        String words = clean.length() > 80 ? clean.substring(0, 80) : clean;
        LocalDate only = parsed(day);
        if (only == null || visible.shown().isEmpty())
            return new Audit.Search(
                    words, MeantWords.by(words), Instant.EPOCH, visible.now().plusSeconds(3_600));
        LocationView any = visible.shown().get(0).location(); // entries know a brand, no location
        BusinessDay meant = BusinessDay.on(only, any.zone(), any.cutoff());
        return new Audit.Search(words, MeantWords.by(words), meant.begins(), meant.ends());
    }

    private static @Nullable LocalDate parsed(String day) {
        try {
            return day.isBlank() ? null : ListQuery.sane(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private ZoneId zone() {
        return visible.shown().isEmpty()
                ? ZoneOffset.UTC
                : visible.shown().get(0).location().zone();
    }
}
