package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Choosable;
import de.hypersoft.esolutions.catalog.DishAllergens;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.HeaderPictureLink;
import de.hypersoft.esolutions.shop.view.ShopPage;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The menu of one location. */
@Path("/")
@ApplicationScoped
public class MenuPage {

    private static final int SHOWN = 5;
    private static final MenuPart NOTHING = new MenuPart(true, List.of(), 0, "", List.of(), 1, 1);

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private PictureLinks pictures;

    @Inject
    private HeaderPictureLink header;

    @GET
    @Path("/{location: [a-z0-9-]+}")
    @Produces(MediaType.TEXT_HTML)
    public View show(
            @PathParam("location") String slug,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("without") List<String> without,
            @QueryParam("category") @Nullable String category,
            @QueryParam("page") @DefaultValue("1") int number) {
        ShopLocation location = shopRequest.location(slug);
        shopRequest.remember(location);
        Optional<CartView> cart = cartLoader.find(location);
        OrderType chosen = cartLoader.type(location, type, cart);
        ShopPage page = shopRequest.page(location, location.details().name());
        String searched = query.strip().substring(0, Math.min(60, query.strip().length()));
        return ShopPage.view(
                MenuPage.class,
                cartLoader.withBar(page, location, cart),
                view(
                        location,
                        chosen,
                        Promise.of(location, chosen, cart, page),
                        new Wish(searched, without, category, number),
                        page));
    }

    /** What the guest asks to see. */
    private record Wish(
            String query, List<String> without, @Nullable String category, int page) {
        boolean filtered() {
            return !query.isEmpty() || !without.isEmpty();
        }
    }

    private MenuView view(ShopLocation location, OrderType type, Promise promise, Wish wish, ShopPage page) {
        Optional<Menu> menu = cartLoader.menuIfAny(location);
        MenuPart part =
                menu.map(m -> part(m, allergens(m, location), wish, page)).orElse(NOTHING);
        List<MenuView.Section> sections =
                menu.map(m -> sections(m, part, location, type, page)).orElse(List.of());
        return new MenuView(
                OpenSign.of(location, List.of(type), page),
                promise.ready(),
                promise.later(),
                type,
                OpenSign.types(location),
                wish.query(),
                wish.without(),
                menu.map(MenuPage::allAllergens).orElse(List.of()),
                sections,
                header.link(),
                showcase(sections),
                menu.isPresent(),
                MenuView.Parts.of(part, type, wish.query(), wish.without(), page));
    }

    private DishAllergens allergens(Menu menu, ShopLocation location) {
        return new DishAllergens(menu, new Choosable(menu, cartLoader.availability(location)::left));
    }

    private static MenuPart part(Menu menu, DishAllergens allergens, Wish wish, ShopPage page) {
        SearchWords words = SearchWords.typed(wish.query(), page.t("menu.search-fillers"));
        List<Menu.Article> matching = menu.articles().values().stream()
                .filter(Menu.Article::sellable)
                .filter(a -> wish.without().isEmpty()
                        || Collections.disjoint(allergens.of(a).unavoidable(), wish.without()))
                .filter(a -> wish.query().isEmpty() || words.foundIn(Card.words(a, page)))
                .toList();
        return MenuPart.of(menu, matching, wish.filtered(), wish.category(), wish.page());
    }

    private List<MenuView.Section> sections(
            Menu menu, MenuPart part, ShopLocation location, OrderType type, ShopPage page) {
        Availability availability = cartLoader.availability(location);
        DishAllergens allergens = allergens(menu, location);
        PictureLinks.Links links = pictures.links();
        Map<String, List<Card>> cards = part.dishes().stream()
                .collect(Collectors.groupingBy(
                        Menu.Article::category,
                        Collectors.mapping(
                                a -> Card.of(menu, a, availability, allergens.of(a), type, links.of(a.id()), page),
                                Collectors.toList())));
        return menu.categories().stream()
                .filter(c -> cards.containsKey(c.id()))
                .map(c -> new MenuView.Section(
                        c.id(), c.name().in(page.language()), cards.getOrDefault(c.id(), List.of())))
                .toList();
    }

    /** One dish of each of the first categories: what kind of kitchen this is, at a glance. */
    private static List<String> showcase(List<MenuView.Section> sections) {
        List<String> pictures = sections.stream()
                .flatMap(section -> section.cards().stream()
                        .map(Card::picture)
                        .filter(picture -> !picture.isEmpty())
                        .limit(1))
                .limit(SHOWN)
                .toList();
        return pictures.size() == SHOWN ? pictures : List.of();
    }

    /** All that may be avoided on this menu, be it in a dish or in what is chosen with one. */
    private static List<String> allAllergens(Menu menu) {
        return Stream.concat(
                        menu.articles().values().stream()
                                .filter(Menu.Article::sellable)
                                .flatMap(a -> a.declaredAllergens().stream()),
                        menu.optionGroups().values().stream()
                                .flatMap(group -> group.options().stream())
                                .flatMap(option -> menu.allergensOf(option).stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
