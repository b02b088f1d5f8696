package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Choosable;
import de.hypersoft.esolutions.catalog.DishAllergens;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.kept.CurrentAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswers;
import de.hypersoft.esolutions.shop.kept.MenuRevisions;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.HeaderPictureLink;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.shop.view.ShopTemplates;
import de.hypersoft.esolutions.tenancy.OrderType;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The menu of one location. */
@Path("/")
@ApplicationScoped
public class MenuPage {

    private static final MenuPart NOTHING = new MenuPart(true, List.of(), 0, "", List.of(), 1, 1, null, null);

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private PictureLinks pictures;

    @Inject
    private HeaderPictureLink header;

    @Inject
    private MenuRevisions revisions;

    @Inject
    private KeptAnswers kept;

    @GET
    @Path("/{location: [a-zA-F0-9%-]+}") // as it is sent: perhaps escaped
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @PathParam("location") String slug,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("without") List<String> without,
            @QueryParam("category") @Nullable String category,
            @QueryParam("page") @DefaultValue("1") int number) {
        ShopLocation location = shopRequest.location(slug);
        shopRequest.remember(location);
        CartLoader.Chosen chosen = cartLoader.choose(location, type);
        ShopPage page = shopRequest.sharedPage(location, location.details().name());
        String searched = query.strip().substring(0, Math.min(60, query.strip().length()));
        Wish wish = new Wish(searched, without, category, number);
        Head head = new Head(
                chosen.type(),
                OpenSign.of(location, List.of(chosen.type()), page),
                Promise.of(location, chosen.type(), Optional.empty(), page));
        Optional<Menu> menu = cartLoader.menuIfAny(location);
        if (menu.isEmpty())
            return Response.ok(page(page, view(null, NOTHING, location, head, wish, page)))
                    .build();
        Stock stock = new Stock(menu.get(), cartLoader.availability(location));
        MenuPart part = part(stock, wish, page);
        if (wish.filtered() || !page.path().equals(page.at("")))
            return Response.ok(page(page, view(stock, part, location, head, wish, page)))
                    .build();
        return Response.ok(kept(stock, part, location, head, wish, page, chosen.anybody()))
                .build();
    }

    private static View page(ShopPage page, MenuView view) {
        return ShopPage.view(MenuPage.class, page, view);
    }

    private CurrentAnswer kept(
            Stock stock, MenuPart part, ShopLocation location, Head head, Wish wish, ShopPage page, boolean anybody) {
        MenuRevisions.Revision revision = revisions.of(location.id(), stock.menu(), stock.availability(), page.now());
        Kept key = new Kept(
                revision, page.at(Instant.EPOCH), head, header.link(), pictures.links(), part.category(), part.page());
        KeptAnswer answer =
                kept.of(key, () -> ShopTemplates.html(page(page, view(stock, part, location, head, wish, page))));
        return new CurrentAnswer(answer, revision, pictures.all(), anybody);
    }

    /** All that a menu without a search shows. */
    private record Kept(
            MenuRevisions.Revision revision,
            ShopPage frame,
            Head head,
            String header,
            PictureLinks.Links pictures,
            String category,
            int page) {}

    /** What is said above the dishes. */
    private record Head(OrderType type, OpenSign sign, Promise promise) {}

    private record Stock(Menu menu, Availability availability) {
        DishAllergens allergens() {
            return new DishAllergens(menu, new Choosable(menu, availability::left));
        }
    }

    /** What the guest asks to see. */
    private record Wish(
            String query, List<String> without, @Nullable String category, int page) {
        boolean filtered() {
            return !query.isEmpty() || !without.isEmpty();
        }
    }

    private MenuView view(
            @Nullable Stock stock, MenuPart part, ShopLocation location, Head head, Wish wish, ShopPage page) {
        List<MenuView.Section> sections = stock == null
                ? List.of()
                : MenuSections.of(stock.menu(), stock.availability(), part, pictures.links(), head.type(), page);
        return new MenuView(
                head.sign(),
                head.promise().ready(),
                head.promise().later(),
                head.type(),
                OpenSign.types(location),
                wish.query(),
                wish.without(),
                stock == null ? List.of() : MenuSections.allergens(stock.menu()),
                sections,
                header.link(),
                MenuSections.showcase(sections),
                stock != null,
                MenuView.Parts.of(part, head.type(), wish.query(), wish.without(), page));
    }

    private static MenuPart part(Stock stock, Wish wish, ShopPage page) {
        DishAllergens allergens = stock.allergens();
        SearchWords words = SearchWords.typed(wish.query(), page.t("menu.search-fillers"));
        List<Menu.Article> matching = stock.menu().articles().values().stream()
                .filter(Menu.Article::sellable)
                .filter(a -> wish.without().isEmpty()
                        || Collections.disjoint(allergens.of(a).unavoidable(), wish.without()))
                .filter(a -> wish.query().isEmpty() || words.foundIn(Card.words(a, page)))
                .toList();
        return MenuPart.of(stock.menu(), matching, wish.filtered(), wish.category(), wish.page());
    }
}
