package de.hypersoft.esolutions.portal.users;

import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.portal.access.NeedsPassword;
import de.hypersoft.esolutions.portal.access.Redirect;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.web.page.View;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of a tenant, and for hosting staff also the hosting staff. */
@RequestScoped
@Path("users")
public class UsersPage {

    @Inject
    private Users users;

    @Inject
    private Invitations invitations;

    @Inject
    private SecondFactors factors;

    @Inject
    private VisibleLocations visible;

    /**
     * What the page shows.
     *
     * @param invited an invitation was mailed just now
     */
    public record Shown(
            List<UserView> users,
            List<VisibleLocations.Site> visible,
            UserForm form,
            String refusal,
            String field,
            Map<String, Object> facts,
            boolean invited) {

        Shown after(String done) {
            return new Shown(users, visible, form, refusal, field, facts, done.equals("invited"));
        }
    }

    /** One user being changed. */
    public record Edited(
            UserView user,
            boolean secondFactor,
            List<VisibleLocations.Site> visible,
            UserForm form,
            String refusal,
            String field,
            Map<String, Object> facts) {}

    /** A link to be handed over by hand, shown this once. */
    public record Invited(UserView user, String link) {
        @Override
        public String toString() {
            return "Invited[" + user.login() + "]";
        }
    }

    @GET
    public View show(@QueryParam("done") @DefaultValue("") String done) {
        return View.of(
                UsersPage.class, shown(UserForm.empty(), "", "", Map.of()).after(done));
    }

    @POST
    @NeedsPassword
    public Response create(MultivaluedMap<String, String> typed) {
        UserForm form = UserForm.of(typed);
        try {
            UserView user = users.create(visible.caller(), form.login(), rights(form, null), form.mail());
            return invite(user);
        } catch (Invalid refused) {
            return notMade(form, refused, refused.field());
        } catch (Conflict refused) {
            return notMade(form, refused, "login");
        }
    }

    @GET
    @Path("{user}")
    public View edit(@PathParam("user") UUID id) {
        UserView user = users.get(visible.caller(), id);
        return View.of(UserPage.class, edited(user, UserForm.of(user), "", "", Map.of()));
    }

    @POST
    @NeedsPassword
    @Path("{user}")
    public Response change(@PathParam("user") UUID id, MultivaluedMap<String, String> typed) {
        UserView user = users.get(visible.caller(), id);
        UserForm form = UserForm.of(typed);
        try {
            users.change(visible.caller(), id, rights(form, user), form.mail());
            return Redirect.to("/portal/users").build();
        } catch (Invalid refused) {
            return notChanged(user, form, refused, refused.field());
        } catch (TooMany refused) {
            return notChanged(user, form, refused, "mail");
        } catch (Conflict refused) {
            return notChanged(user, form, refused, "role");
        }
    }

    @POST
    @NeedsPassword
    @Path("{user}/invitation")
    public Response invite(@PathParam("user") UUID id) {
        return invite(users.get(visible.caller(), id));
    }

    @POST
    @NeedsPassword
    @Path("{user}/deactivation")
    public Response deactivate(@PathParam("user") UUID id) {
        users.deactivate(visible.caller(), id);
        return Redirect.to("/portal/users").build();
    }

    @POST
    @NeedsPassword
    @Path("{user}/activation")
    public Response activate(@PathParam("user") UUID id) {
        users.activate(visible.caller(), id);
        return Redirect.to("/portal/users").build();
    }

    @POST
    @NeedsPassword
    @Path("{user}/second-factor-removal")
    public Response resetSecondFactor(@PathParam("user") UUID id) {
        factors.reset(visible.caller(), id);
        return Redirect.to("/portal/users").build();
    }

    @POST
    @NeedsPassword
    @Path("{user}/sessions-end")
    public Response endSessions(@PathParam("user") UUID id) {
        users.endSessionsOf(visible.caller(), id);
        return Redirect.to("/portal/users").build();
    }

    /** By mail where that is possible, else the link itself; whoever is made and gets no mail yet can be invited later. */
    private Response invite(UserView user) {
        try {
            return invitations
                    .send(visible.caller(), user)
                    .map(link -> Response.ok(View.of(InvitationPage.class, new Invited(user, link)))
                            .build())
                    .orElseGet(() -> Redirect.to("/portal/users?done=invited").build());
        } catch (TooMany refused) {
            return notChanged(user, UserForm.of(user), refused, "mail");
        }
    }

    /** @param of the user that is changed: whatever staff look at elsewhere must not move a user */
    private UserRights rights(UserForm form, @Nullable UserView of) {
        if (form.role() == Role.STAFF) return UserRights.staff(form.name());
        return UserRights.manager(form.name(), form.within(tenantOf(of)));
    }

    private Shown shown(UserForm form, String refusal, String field, Map<String, Object> facts) {
        return new Shown(
                users.list(visible.caller()).stream().filter(this::concerns).toList(),
                places(null),
                form,
                refusal,
                field,
                facts,
                false);
    }

    private Edited edited(UserView user, UserForm form, String refusal, String field, Map<String, Object> facts) {
        return new Edited(user, factors.isActive(user.id()), places(user), form, refusal, field, facts);
    }

    private Response notMade(UserForm form, Refusal refused, String field) {
        Shown again = shown(form, refused.code(), field, refused.parameters());
        return Problem.of(refused).page(View.of(UsersPage.class, again));
    }

    private Response notChanged(UserView user, UserForm form, Refusal refused, String field) {
        Edited again = edited(user, form, refused.code(), field, refused.parameters());
        return Problem.of(refused).page(View.of(UserPage.class, again));
    }

    private boolean concerns(UserView user) {
        return !(user.reach() instanceof Scope theirs)
                || visible.tenant().filter(theirs.tenant()::equals).isPresent();
    }

    private List<VisibleLocations.Site> places(@Nullable UserView of) {
        if (of == null && visible.tenant().isEmpty()) return List.of();
        TenantId tenant = tenantOf(of);
        return visible.all().stream()
                .filter(s -> s.tenant().id().equals(tenant))
                .toList();
    }

    private TenantId tenantOf(@Nullable UserView user) {
        return user != null && user.reach() instanceof Scope theirs
                ? theirs.tenant()
                : visible.scope().tenant();
    }
}
