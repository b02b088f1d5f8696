package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.guard.Form;
import de.hypersoft.esolutions.shop.guard.FormExpired;
import de.hypersoft.esolutions.shop.guard.MayBeExpired;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.kept.CurrentAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswer;
import de.hypersoft.esolutions.shop.kept.KeptAnswers;
import de.hypersoft.esolutions.shop.kept.MenuRevisions;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.shop.view.ShopTemplates;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One article: what it is, what can be chosen, and into the cart with it. */
@Path("/")
@ApplicationScoped
public class ArticlePage {

    @Inject
    private ShopRequest shopRequest;

    @Inject
    private CartLoader cartLoader;

    @Inject
    private Carts carts;

    @Inject
    private PictureLinks pictures;

    @Inject
    private MenuRevisions revisions;

    @Inject
    private KeptAnswers kept;

    @GET
    @Path("/{location}/articles/{id}")
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @PathParam("location") String slug,
            @PathParam("id") String id,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("line") @DefaultValue("") String line,
            @QueryParam("form") @Nullable String form) {
        ShopLocation location = shopRequest.location(slug);
        Menu menu = cartLoader.menu(location);
        Menu.Article article = article(menu, id);
        if (line.isEmpty() && form == null)
            return Response.ok(shared(location, menu, article, cartLoader.choose(location, type)))
                    .build();
        Optional<CartView> cart = cartLoader.find(location);
        Optional<Selection> known = line(cart, id, line);
        View view = view(
                location,
                menu,
                article,
                cartLoader.type(location, type, cart),
                known.orElse(new Selection(id, 1, List.of(), "")),
                known.isPresent() ? line : "",
                "",
                null);
        // Who comes back to it opens it anew and may put it in once more.
        return Response.ok(view).header("Cache-Control", "no-store").build();
    }

    private static Optional<Selection> line(Optional<CartView> cart, String article, String line) {
        return cart.stream()
                .flatMap(c -> c.contents().lines().stream())
                .filter(l -> l.id().equals(line) && l.selection().articleId().equals(article))
                .map(CartContents.Line::selection)
                .findFirst();
    }

    /** Its form has no token, and nothing is picked yet: the same for everybody. */
    private Object shared(ShopLocation location, Menu menu, Menu.Article article, CartLoader.Chosen chosen) {
        Availability availability = cartLoader.availability(location);
        ShopPage page = shopRequest.sharedPage(
                location, article.name().in(shopRequest.texts().language()));
        String picture = pictures.links().of(article.id());
        Supplier<View> view = () -> {
            Selection nothing = new Selection(article.id(), 1, List.of(), "");
            ArticleViews views = new ArticleViews(menu, availability, chosen.type(), page);
            return ShopPage.view(ArticlePage.class, page, views.of(article, picture, nothing, "", "", List.of()));
        };
        if (!page.path().equals(page.at("/articles/" + article.id()))) return view.get();
        MenuRevisions.Revision revision = revisions.of(location.id(), menu, availability, page.now());
        Kept key = new Kept(revision, page.at(Instant.EPOCH), chosen.type(), article.id(), picture);
        KeptAnswer answer = kept.of(key, () -> ShopTemplates.html(view.get()));
        return new CurrentAnswer(answer, revision, pictures.all(), chosen.anybody());
    }

    /** All that the page of a dish shows to everybody. */
    private record Kept(
            MenuRevisions.Revision revision, ShopPage frame, OrderType type, String article, String picture) {}

    /**
     * Puts it in the cart, once for each opening of the page, or in the place of the line that is changed. An option
     * that is wanted once more with other choices only opens the page again, with what was picked so far.
     */
    @POST
    @Path("/{location}/articles/{id}")
    @Produces(MediaType.TEXT_HTML)
    public Response add(@PathParam("location") String slug, @PathParam("id") String id, @MayBeExpired Form form) {
        ShopLocation location = shopRequest.location(slug);
        Menu menu = cartLoader.menu(location);
        Menu.Article article = article(menu, id);
        OrderType type = cartLoader.type(location, form.text("type"), cartLoader.find(location));
        Selection selection = new Selection(id, pieces(form), Choices.picks(menu, article, form), form.text("note"));
        String line = form.text("line");
        if (!form.genuine())
            return Response.status(403)
                    .entity(view(location, menu, article, type, selection, line, "", new FormExpired()))
                    .build();
        String again = form.text(Choices.AGAIN);
        if (!again.isEmpty())
            return Response.ok(view(location, menu, article, type, selection, line, again, null))
                    .header("Cache-Control", "no-store")
                    .build();
        try {
            add(location, menu, type, selection, line, form.opening());
        } catch (Invalid | Conflict refusal) {
            return Response.status(422)
                    .entity(view(location, menu, article, type, selection, line, "", refusal))
                    .build();
        } catch (TooMany carts) {
            return Problem.of(carts).page(view(location, menu, article, type, selection, line, "", carts));
        } catch (NotFound goneMeanwhile) { // in another tab; whoever wants it anew puts it in
            return Response.status(422)
                    .entity(view(location, menu, article, type, selection, "", "", goneMeanwhile))
                    .build();
        }
        if (!line.isEmpty())
            return Response.seeOther(URI.create("/" + location.slug() + "/cart"))
                    .build();
        String anchor = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return Response.seeOther(URI.create(
                        "/" + location.slug() + "?type=" + type + MenuPart.asked(menu, article) + "#a-" + anchor))
                .build();
    }

    private void add(
            ShopLocation location, Menu menu, OrderType type, Selection selection, String line, String opening) {
        if (cartLoader.availability(location).soldOut(selection.articleId()))
            throw new Conflict("article-blocked", "sold out", Map.of("article", selection.articleId(), "left", 0));
        Basket one = cartLoader.basket(location, type, null, shopRequest.now()).with(selection);
        Money unitPrice = CartCheck.unitPrice(menu, one);
        Carts.Addition addition = new Carts.Addition(selection, unitPrice);
        if (line.isEmpty()) carts.add(cartLoader.key(location), menu, type, addition, opening);
        else carts.replace(cartLoader.key(location), menu, line, addition, opening);
    }

    private View view(
            ShopLocation location,
            Menu menu,
            Menu.Article article,
            OrderType type,
            Selection selection,
            String line,
            String again,
            @Nullable Refusal refusal) {
        ShopPage page = shopRequest.formPage(
                location, article.name().in(shopRequest.texts().language()));
        List<ArticleView.Fault> faults =
                refusal == null ? List.of() : ChoiceErrors.of(page, menu, article, selection, refusal);
        return ShopPage.view(
                ArticlePage.class,
                page,
                new ArticleViews(menu, cartLoader.availability(location), type, page)
                        .of(article, pictures.links().of(article.id()), selection, line, again, faults));
    }

    private static Menu.Article article(Menu menu, String id) {
        return menu.article(id)
                .filter(Menu.Article::sellable)
                .orElseThrow(() -> new NotFound("unknown-article", "there is no article " + id));
    }

    /** One where nothing is said; what is no number is none, which is refused at the field. */
    private static int pieces(Form form) {
        return form.text("quantity").isEmpty() ? 1 : form.number("quantity", 0);
    }
}
