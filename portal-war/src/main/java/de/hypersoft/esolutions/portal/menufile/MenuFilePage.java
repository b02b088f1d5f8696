package de.hypersoft.esolutions.portal.menufile;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.access.Upload;
import de.hypersoft.esolutions.portal.layout.PageModels;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.menufile.MenuExport;
import de.hypersoft.esolutions.sync.menufile.MenuFileKind;
import de.hypersoft.esolutions.sync.menufile.MenuFiles;
import de.hypersoft.esolutions.sync.upload.BringMenu;
import de.hypersoft.esolutions.sync.upload.ExportMenu;
import de.hypersoft.esolutions.sync.upload.Reading;
import de.hypersoft.esolutions.web.body.MultipartBody;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The way of a menu's file: chosen, looked at, read otherwise, taken over. And the menu as a file. */
@RequestScoped
@Path("sync/{location}/files")
public class MenuFilePage {

    private static final String TABLE = "text/csv;charset=UTF-8";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private BringMenu bring;

    @Inject
    private ExportMenu exporting;

    @Inject
    private ManageSync sync;

    @Inject
    private VisibleLocations visible;

    @Inject
    private PageModels models;

    @Inject
    private Upload upload;

    /**
     * @param tills whether a till sends this menu, so that no file is taken
     * @param sold whether there is a menu to take away
     */
    public record Shown(VisibleLocations.Site site, boolean tills, boolean sold, FileRefusal refusal) {}

    @GET
    public View show(@PathParam("location") String location) {
        return View.of(MenuFilePage.class, shown(visible.site(location), FileRefusal.NONE));
    }

    private Shown shown(VisibleLocations.Site site, FileRefusal refusal) {
        return new Shown(
                site,
                bring.isTills(site.tenant().id(), site.id()),
                sync.shown(site.id()).isPresent(),
                refusal);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response receive(@PathParam("location") String location) throws IOException {
        VisibleLocations.Site site = visible.site(location);
        Upload.Parts parts = upload.read(Map.of("menu", MenuFiles.MAX_BYTES), address(site, ""));
        List<MultipartBody.Part> files = parts.all("menu");
        try {
            if (files.isEmpty() || files.get(0).content().length == 0)
                throw new Invalid("required", "no file was chosen", "menu");
            UUID id = bring.receive(
                    site.tenant().id(),
                    site.id(),
                    files.get(0).fileName(),
                    files.get(0).content());
            return Redirect.to(address(site, "/" + id)).build();
        } catch (Refusal refused) {
            return Response.status(refused instanceof Invalid ? 422 : 409)
                    .entity(View.of(MenuFilePage.class, shown(site, FileRefusal.of(refused))))
                    .build();
        }
    }

    @GET
    @Path("template.csv")
    public Response template(@PathParam("location") String location) {
        return template(location, MenuFileKind.CSV, TABLE, ".csv");
    }

    @GET
    @Path("template.xlsx")
    public Response workbookTemplate(@PathParam("location") String location) {
        return template(location, MenuFileKind.XLSX, WORKBOOK, ".xlsx");
    }

    private Response template(String location, MenuFileKind kind, String type, String end) {
        visible.site(location);
        byte[] content = MenuExport.template(kind, models.texts().language());
        return file(content, type, models.texts().text("menufile.template-name") + end);
    }

    @GET
    @Path("menu.csv")
    public Response table(@PathParam("location") String location) {
        return exported(location, MenuFileKind.CSV, TABLE, ".csv");
    }

    @GET
    @Path("menu.xlsx")
    public Response workbook(@PathParam("location") String location) {
        return exported(location, MenuFileKind.XLSX, WORKBOOK, ".xlsx");
    }

    @GET
    @Path("menu.json")
    public Response catalogue(@PathParam("location") String location) {
        return exported(location, MenuFileKind.CATALOGUE, MediaType.APPLICATION_JSON, ".json");
    }

    private Response exported(String location, MenuFileKind kind, String type, String end) {
        VisibleLocations.Site site = visible.site(location);
        byte[] content = exporting.export(
                site.tenant().id(), site.id(), kind, models.texts().language());
        return file(content, type, site.location().slug() + end);
    }

    private static Response file(byte[] content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Path("{upload}")
    public View look(@PathParam("location") String location, @PathParam("upload") String id) {
        VisibleLocations.Site site = visible.site(location);
        BringMenu.Shown file = bring.show(site.tenant().id(), site.id(), id(id));
        return View.of(WaitingFilePage.class, new WaitingFilePage(site, file, FileRefusal.of(file.wrong())));
    }

    /** What the columns mean and what is owed in tax; all fields of the form, since the file is read by all of them. */
    @POST
    @Path("{upload}/reading")
    public Response read(
            @PathParam("location") String location,
            @PathParam("upload") String id,
            MultivaluedMap<String, String> typed) {
        VisibleLocations.Site site = visible.site(location);
        Reading reading = new Reading(
                typed.getOrDefault("column", List.of()),
                typed(typed, "foodOnSite"),
                typed(typed, "foodTakeAway"),
                typed(typed, "drinksOnSite"),
                typed(typed, "drinksTakeAway"),
                typed.getOrDefault("drinks", List.of()));
        bring.readAs(site.tenant().id(), site.id(), id(id), reading);
        return Redirect.to(address(site, "/" + id + "#preview")).build();
    }

    private static String typed(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.substring(0, Math.min(20, value.length()));
    }

    /** @param when {@code now} for guests to see it at once; else with the day change */
    @POST
    @Path("{upload}/take")
    public Response take(
            @PathParam("location") String location,
            @PathParam("upload") String id,
            @FormParam("when") @DefaultValue("") String when) {
        VisibleLocations.Site site = visible.site(location);
        try {
            LoadReport report = bring.take(
                    site.tenant().id(),
                    site.id(),
                    id(id),
                    when.equals("now"),
                    visible.caller().actor());
            String version = URLEncoder.encode(report.version(), StandardCharsets.UTF_8);
            return Redirect.to("/portal/sync/" + site.id() + "/report?version=" + version)
                    .build();
        } catch (NotFound gone) {
            throw gone;
        } catch (Refusal refused) {
            BringMenu.Shown file = bring.show(site.tenant().id(), site.id(), id(id));
            WaitingFilePage page = new WaitingFilePage(site, file, FileRefusal.of(refused));
            return Response.status(refused instanceof Invalid ? 422 : 409)
                    .entity(View.of(WaitingFilePage.class, page))
                    .build();
        }
    }

    @POST
    @Path("{upload}/drop")
    public Response drop(@PathParam("location") String location, @PathParam("upload") String id) {
        VisibleLocations.Site site = visible.site(location);
        bring.drop(site.tenant().id(), site.id(), id(id));
        return Redirect.to(address(site, "")).build();
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException none) {
            throw new NotFound("no-menu-upload", "this file does not wait any more");
        }
    }

    private static String address(VisibleLocations.Site site, String rest) {
        return "/portal/sync/" + site.id() + "/files" + rest;
    }
}
