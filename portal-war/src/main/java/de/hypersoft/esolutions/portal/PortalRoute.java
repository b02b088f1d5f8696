package de.hypersoft.esolutions.portal;

import de.hypersoft.esolutions.portal.access.ConfirmPasswordPage;
import de.hypersoft.esolutions.portal.account.AccountPage;
import de.hypersoft.esolutions.portal.account.SecondFactorPage;
import de.hypersoft.esolutions.portal.assets.AssetResource;
import de.hypersoft.esolutions.portal.audit.AuditPage;
import de.hypersoft.esolutions.portal.brand.BrandPage;
import de.hypersoft.esolutions.portal.clock.TestClockResource;
import de.hypersoft.esolutions.portal.dashboard.DashboardPage;
import de.hypersoft.esolutions.portal.days.DaysPage;
import de.hypersoft.esolutions.portal.days.MatchPage;
import de.hypersoft.esolutions.portal.domains.DomainMetricsResource;
import de.hypersoft.esolutions.portal.domains.DomainMovesPage;
import de.hypersoft.esolutions.portal.domains.DomainPage;
import de.hypersoft.esolutions.portal.domains.DomainsPage;
import de.hypersoft.esolutions.portal.domains.SigningRequestsPage;
import de.hypersoft.esolutions.portal.guests.BlockedGuestsPage;
import de.hypersoft.esolutions.portal.guests.GuestsPage;
import de.hypersoft.esolutions.portal.guests.OneGuestPage;
import de.hypersoft.esolutions.portal.layout.MorePage;
import de.hypersoft.esolutions.portal.live.LiveResource;
import de.hypersoft.esolutions.portal.locations.DeliveryPage;
import de.hypersoft.esolutions.portal.locations.LocationsPage;
import de.hypersoft.esolutions.portal.locations.NewLocationPage;
import de.hypersoft.esolutions.portal.locations.PausePage;
import de.hypersoft.esolutions.portal.locations.SpecialDaysPage;
import de.hypersoft.esolutions.portal.mails.MailsPage;
import de.hypersoft.esolutions.portal.menu.CategoryPage;
import de.hypersoft.esolutions.portal.menu.ChangesPage;
import de.hypersoft.esolutions.portal.menu.DishPage;
import de.hypersoft.esolutions.portal.menu.GroupPage;
import de.hypersoft.esolutions.portal.menu.MenuEditorPage;
import de.hypersoft.esolutions.portal.menu.PastMenusPage;
import de.hypersoft.esolutions.portal.menu.PricesPage;
import de.hypersoft.esolutions.portal.menufile.MenuFilePage;
import de.hypersoft.esolutions.portal.orders.EmergencyPage;
import de.hypersoft.esolutions.portal.orders.OrderListPage;
import de.hypersoft.esolutions.portal.orders.OrderMetricsResource;
import de.hypersoft.esolutions.portal.orders.OrderMovesPage;
import de.hypersoft.esolutions.portal.orders.OrderSheetPage;
import de.hypersoft.esolutions.portal.orders.live.OrderChangesPage;
import de.hypersoft.esolutions.portal.orders.live.WaitingResource;
import de.hypersoft.esolutions.portal.pos.AcknowledgementsResource;
import de.hypersoft.esolutions.portal.pos.ClaimsResource;
import de.hypersoft.esolutions.portal.pos.HandedOrdersResource;
import de.hypersoft.esolutions.portal.pos.PairingsResource;
import de.hypersoft.esolutions.portal.pos.PingResource;
import de.hypersoft.esolutions.portal.pos.TasksResource;
import de.hypersoft.esolutions.portal.pos.catalog.AvailabilityResource;
import de.hypersoft.esolutions.portal.pos.catalog.CatalogResource;
import de.hypersoft.esolutions.portal.pos.catalog.HeaderPictureResource;
import de.hypersoft.esolutions.portal.pos.catalog.ImagesResource;
import de.hypersoft.esolutions.portal.pos.contract.FileSchemasResource;
import de.hypersoft.esolutions.portal.pos.contract.WireContractResource;
import de.hypersoft.esolutions.portal.pos.contract.WirePage;
import de.hypersoft.esolutions.portal.reports.ReportsPage;
import de.hypersoft.esolutions.portal.signin.ChoosePasswordPage;
import de.hypersoft.esolutions.portal.signin.ForgottenPage;
import de.hypersoft.esolutions.portal.signin.LanguagePage;
import de.hypersoft.esolutions.portal.signin.SecondStepPage;
import de.hypersoft.esolutions.portal.signin.SetupPage;
import de.hypersoft.esolutions.portal.signin.SignInPage;
import de.hypersoft.esolutions.portal.signin.SignOutPage;
import de.hypersoft.esolutions.portal.sync.AllergenPage;
import de.hypersoft.esolutions.portal.sync.HeldPage;
import de.hypersoft.esolutions.portal.sync.SyncPage;
import de.hypersoft.esolutions.portal.tenants.TenantPage;
import de.hypersoft.esolutions.portal.tenants.TenantsPage;
import de.hypersoft.esolutions.portal.tills.TillsPage;
import de.hypersoft.esolutions.portal.users.UsersPage;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every address of the portal: those that people meet, and those of the tills' wire. */
public final class PortalRoute {

    public static final List<Class<?>> PAGES = List.of(
            DashboardPage.class,
            OrderListPage.class,
            OrderChangesPage.class,
            WaitingResource.class,
            OrderSheetPage.class,
            OrderMovesPage.class,
            OrderMetricsResource.class,
            EmergencyPage.class,
            TillsPage.class,
            SyncPage.class,
            HeldPage.class,
            AllergenPage.class,
            MenuEditorPage.class,
            CategoryPage.class,
            DishPage.class,
            GroupPage.class,
            PricesPage.class,
            ChangesPage.class,
            PastMenusPage.class,
            MenuFilePage.class,
            DomainsPage.class,
            DomainPage.class,
            DomainMovesPage.class,
            SigningRequestsPage.class,
            DomainMetricsResource.class,
            MailsPage.class,
            DaysPage.class,
            MatchPage.class,
            ReportsPage.class,
            LocationsPage.class,
            SpecialDaysPage.class,
            DeliveryPage.class,
            PausePage.class,
            UsersPage.class,
            AuditPage.class,
            TenantsPage.class,
            TenantPage.class,
            NewLocationPage.class,
            BrandPage.class,
            GuestsPage.class,
            OneGuestPage.class,
            BlockedGuestsPage.class,
            MorePage.class,
            AccountPage.class,
            ConfirmPasswordPage.class,
            ForgottenPage.class,
            SecondFactorPage.class,
            SecondStepPage.class,
            ChoosePasswordPage.class,
            SignInPage.class,
            SignOutPage.class,
            SetupPage.class,
            WirePage.class,
            FileSchemasResource.class,
            LanguagePage.class,
            AssetResource.class,
            LiveResource.class,
            TestClockResource.class);

    /** Where tills speak. */
    public static final List<Class<?>> WIRE = List.of(
            PairingsResource.class,
            PingResource.class,
            WireContractResource.class,
            ClaimsResource.class,
            AcknowledgementsResource.class,
            HandedOrdersResource.class,
            TasksResource.class,
            CatalogResource.class,
            AvailabilityResource.class,
            ImagesResource.class,
            HeaderPictureResource.class);

    private PortalRoute() {}

    /**
     * @param path below {@code /portal}, with its parameters in braces
     * @param handler what of the page answers
     */
    public record Route(String method, String path, Class<?> page, Method handler) {}

    /** What people meet. */
    public static List<Route> all() {
        return of(PAGES);
    }

    /** What tills meet. */
    public static List<Route> wire() {
        return of(WIRE);
    }

    private static List<Route> of(List<Class<?>> resources) {
        List<Route> routes = new ArrayList<>();
        for (Class<?> page : resources) {
            for (Method method : page.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) routes.add(new Route(http.value(), path(page, method), page, method));
                }
            }
        }
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static String path(Class<?> page, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = "/" + page.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return path.replaceAll("/+", "/");
    }
}
