package de.hypersoft.esolutions.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.web.testing.Sources;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortalRouteTest {

    @Test
    void every_page_with_an_address_is_listed() {
        Set<String> listed = Stream.concat(PortalRoute.PAGES.stream(), PortalRoute.WIRE.stream())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> addressed = Sources.classes().stream()
                .filter(source -> source.text().contains("\n@Path("))
                .map(Sources.Source::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(addressed).isEqualTo(listed);
    }

    @Test
    void only_the_door_stands_open() {
        List<String> open = PortalRoute.all().stream()
                .filter(r -> r.page().isAnnotationPresent(PermitAll.class)
                        || Arrays.stream(r.page().getDeclaredMethods())
                                .anyMatch(m -> m.isAnnotationPresent(PermitAll.class)))
                .map(PortalRoute.Route::path)
                .distinct()
                .toList();

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "/sign-in",
                        "/sign-out",
                        "/setup/{token}",
                        "/password-reset",
                        "/sign-in/code",
                        "/password/{token}",
                        "/language",
                        "/wire",
                        "/schemas/catalog.json",
                        "/schemas/brand.json",
                        "/assets/{file:[a-z0-9-]+\\.[a-z]+}",
                        "/worker.js",
                        "/api/metrics/domains",
                        "/api/metrics/orders",
                        "/api/test/clock");
    }

    /** By the reason why nobody is asked for the password again. */
    private static final Map<String, List<String>> UNCONFIRMED = Map.of(
            "the door: nobody is in yet, or leaves",
            List.of(
                    "/sign-in",
                    "/sign-in/code",
                    "/sign-out",
                    "/setup/{token}",
                    "/password/{token}",
                    "/password-reset",
                    "/language",
                    "/api/test/clock"),
            "asks for the password or a code itself",
            List.of("/account/password", "/account/confirmation"),
            "only shuts something: a session of one's own, a guest who orders for fun",
            List.of(
                    "/account/sessions/{session}/end",
                    "/account/sessions-end",
                    "/guests/blocked",
                    "/guests/blocked/{id}/end"),
            "only reads, or asks again what is asked anyway",
            List.of(
                    "/guests/one",
                    "/tenants/{tenant}/comparison",
                    "/domains/{host}/dns",
                    "/domains/{host}/automatic/try",
                    "/sync/{location}",
                    "/sync/{location}/allergens/recheck",
                    "/sync/{location}/files",
                    "/sync/{location}/files/{upload}/reading",
                    "/sync/{location}/files/{upload}/drop",
                    "/mails/{id}/retry"),
            "daily work at the counter with both hands full, in the log and undone by the next press",
            List.of(
                    "/orders/{id}/manual-transfer",
                    "/orders/{id}/manual-transfer/removal",
                    "/orders/{id}/receipt",
                    "/orders/{id}/return",
                    "/orders/{id}/typing",
                    "/orders/{id}/settlement",
                    "/orders/{id}/settlement/removal",
                    "/orders/{id}/hand-over",
                    "/orders/{id}/withdrawal",
                    "/orders/{id}/void-request",
                    "/orders/{id}/void",
                    "/orders/{id}/rejection",
                    "/orders/{id}/status",
                    "/guests/one/requests/{id}/answer",
                    "/locations/{location}/emergency",
                    "/locations/{location}/pause"),
            "what guests see at once and the next save undoes; no money, no data and no key leaves by it",
            List.of(
                    "/brand",
                    "/brand/picture-removal",
                    "/brand/guest-mails",
                    "/locations/{location}/delivery",
                    "/locations/{location}/delivery/removal",
                    "/locations/{location}/special-days",
                    "/locations/{location}/special-days/removal",
                    "/sync/{location}/held",
                    "/sync/{location}/publish",
                    "/menu/{location}/changes/publication",
                    "/sync/{location}/files/{upload}/take",
                    "/sync/{location}/allergens"),
            "a draft that nobody sees until it is published, in the log and undone by one press",
            List.of(
                    "/menu/{location}/undo",
                    "/menu/{location}/discard",
                    "/menu/{location}/empty",
                    "/menu/{location}/take-over",
                    "/menu/{location}/categories",
                    "/menu/{location}/categories/{category}",
                    "/menu/{location}/categories/{category}/move",
                    "/menu/{location}/categories/{category}/removal",
                    "/menu/{location}/dishes",
                    "/menu/{location}/dishes/{dish}",
                    "/menu/{location}/dishes/{dish}/move",
                    "/menu/{location}/dishes/{dish}/removal",
                    "/menu/{location}/groups",
                    "/menu/{location}/groups/{group}",
                    "/menu/{location}/groups/{group}/removal",
                    "/menu/{location}/prices",
                    "/menu/{location}/history"),
            "makes a key that never leaves the server, and shows its public half",
            List.of("/domains/{host}/requests"));

    @Test
    void whatever_is_done_wants_the_password_again_or_is_named_with_the_reason_why_not() {
        List<String> unconfirmed = PortalRoute.all().stream()
                .filter(route -> route.method().equals("POST"))
                .filter(route -> !route.handler().isAnnotationPresent(NeedsPassword.class))
                .map(PortalRoute.Route::path)
                .toList();

        assertThat(unconfirmed)
                .containsExactlyInAnyOrderElementsOf(
                        UNCONFIRMED.values().stream().flatMap(List::stream).toList());
        assertThat(PortalRoute.all().stream().map(PortalRoute.Route::method).distinct())
                .containsOnly("GET", "POST");
    }

    @Test
    void every_form_that_posts_carries_the_token() {
        List<String> forms = Sources.templates().stream()
                .flatMap(template ->
                        Arrays.stream(template.text().split("<form ")).skip(1))
                .map(form -> form.substring(0, form.indexOf("</form>")))
                .filter(form -> !form.matches("(?s)[^>]*method=\"get\".*"))
                .toList();
        assertThat(forms).hasSizeGreaterThan(50).allSatisfy(form -> assertThat(form)
                .contains("method=\"post\"", "layout.Csrf("));
    }

    @Test
    void the_token_of_an_upload_is_its_first_part() {
        List<String> uploads = Sources.templates().stream()
                .flatMap(template ->
                        Arrays.stream(template.text().split("enctype=")).skip(1))
                .map(form -> form.substring(0, form.indexOf("</form>")))
                .toList();
        assertThat(uploads).hasSizeGreaterThanOrEqualTo(4).allSatisfy(form -> assertThat(form)
                .contains("layout.Csrf(")
                .satisfies(it -> assertThat(it.indexOf("layout.Csrf(")).isLessThan(before(it, "<input"))));
    }

    private static int before(String form, String what) {
        int at = form.indexOf(what);
        return at < 0 ? form.length() : at;
    }

    @Test
    void an_upload_is_read_only_after_its_token() {
        List<Sources.Source> pages = Sources.classes().stream()
                .filter(source -> source.text().contains("@Consumes(MediaType.MULTIPART_FORM_DATA)"))
                .toList();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(4).allSatisfy(page -> assertThat(page.text())
                .as(page.name())
                .contains("upload.read(")
                .doesNotContain("EntityPart", "InputStream"));
    }

    @Test
    void no_template_writes_unescaped_or_inline_script_or_style() {
        assertThat(Sources.templates()).hasSizeGreaterThan(50).allSatisfy(template -> assertThat(template.text())
                .as(template.name())
                .doesNotContain("$unsafe", " style=\"", "<style", " onclick=", "<script>"));
    }
}
