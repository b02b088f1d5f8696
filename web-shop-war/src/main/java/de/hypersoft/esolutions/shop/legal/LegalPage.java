package de.hypersoft.esolutions.shop.legal;

import de.hypersoft.esolutions.catalog.DishAllergens;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.SetGuestDataTerms;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be reachable from every page, per location, because franchise owners differ (L18, L20, L21). */
@Path("/")
@ApplicationScoped
public class LegalPage {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private SetGuestDataTerms guestData;

    /** Dishes on one page of the legend. */
    private static final int ROWS = 500;

    @GET
    @Path("/{location}/imprint")
    @Produces(MediaType.TEXT_HTML)
    public View imprint(@PathParam("location") String slug) {
        return ShopPage.view(ImprintPage.class, page(slug, "imprint"), new ImprintPage());
    }

    @GET
    @Path("/{location}/privacy")
    @Produces(MediaType.TEXT_HTML)
    public View privacy(@PathParam("location") String slug) {
        List<String> paragraphs = List.of("who", "what", "why", "cookies", "how-long", "receipts", "links", "rights");
        TextPage text = new TextPage(
                "privacy", paragraphs, guestData.terms(shopRequest.shop().tenant()));
        return ShopPage.view(TextPage.class, page(slug, "privacy"), text);
    }

    @GET
    @Path("/{location}/terms")
    @Produces(MediaType.TEXT_HTML)
    public View terms(@PathParam("location") String slug) {
        return text(slug, "terms", "contract", "prices", "payment", "delivery", "youth", "disputes");
    }

    @GET
    @Path("/{location}/withdrawal")
    @Produces(MediaType.TEXT_HTML)
    public View withdrawal(@PathParam("location") String slug) {
        return text(slug, "withdrawal", "food", "sealed", "how");
    }

    @GET
    @Path("/{location}/accessibility")
    @Produces(MediaType.TEXT_HTML)
    public View accessibility(@PathParam("location") String slug) {
        return text(slug, "accessibility", "standard", "how", "limits", "contact", "authority");
    }

    @GET
    @Path("/{location}/allergens")
    @Produces(MediaType.TEXT_HTML)
    public View allergens(@PathParam("location") String slug, @QueryParam("page") @DefaultValue("1") int wanted) {
        ShopLocation location = shopRequest.location(slug);
        ShopPage page = page(slug, "allergens");
        Optional<Menu> menu = cartLoader.menuIfAny(location);
        Optional<DishAllergens> allergens = menu.map(DishAllergens::of);
        List<Menu.Article> articles = menu.map(m -> m.articles().values()).stream()
                .flatMap(Collection::stream)
                .filter(Menu.Article::sellable)
                .toList();
        int pages = Math.max(1, (articles.size() + ROWS - 1) / ROWS);
        int number = Math.max(1, Math.min(pages, wanted));
        AllergensPage legend = new AllergensPage(
                words(page, "allergen", articles.stream().flatMap(a -> a.declaredAllergens().stream())),
                words(page, "additive", articles.stream().flatMap(a -> a.additives().stream())),
                articles.stream()
                        .skip((number - 1L) * ROWS)
                        .limit(ROWS)
                        .map(a -> contents(page, a, allergens.orElseThrow().of(a)))
                        .toList(),
                number,
                pages);
        return ShopPage.view(AllergensPage.class, page, legend);
    }

    private View text(String slug, String key, String... paragraphs) {
        return ShopPage.view(TextPage.class, page(slug, key), new TextPage(key, List.of(paragraphs)));
    }

    private ShopPage page(String slug, String key) {
        return shopRequest.page(shopRequest.location(slug), shopRequest.texts().text(key + ".title"));
    }

    private static AllergensPage.Contents contents(ShopPage page, Menu.Article article, DishAllergens.Contents all) {
        List<String> own = article.declaredAllergens();
        return new AllergensPage.Contents(
                article.name().in(page.language()),
                article.allergens() != null,
                String.join(", ", words(page, "allergen", own.stream())),
                String.join(
                        ", ", words(page, "allergen", all.possible().stream().filter(code -> !own.contains(code)))),
                String.join(", ", words(page, "additive", article.additives().stream())));
    }

    private static List<String> words(ShopPage page, String group, Stream<String> codes) {
        return codes.distinct().map(c -> page.word(group, c)).sorted().toList();
    }
}
