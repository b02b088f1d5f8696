package de.hypersoft.esolutions.web.observe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** Ten thousand orders are one route. */
class RouteNamesTest {

    @Path("/orders")
    static class Orders {
        @GET
        public String all() {
            return "";
        }

        @GET
        @Path("{id}/")
        public String one() {
            return "";
        }

        @GET
        @Path("{id : [0-9a-f]{8}}/pictures/{name: .+}")
        public String picture() {
            return "";
        }
    }

    @Path("/")
    static class Home {
        @GET
        public String home() {
            return "";
        }
    }

    @Test
    void a_route_is_named_by_its_pattern_without_the_rules_of_its_parts() throws Exception {
        assertThat(name("/portal", Orders.class, "all")).isEqualTo("/portal/orders");
        assertThat(name("/portal", Orders.class, "one")).isEqualTo("/portal/orders/{id}");
        assertThat(name("", Orders.class, "picture")).isEqualTo("/orders/{id}/pictures/{name}");
        assertThat(name("", Home.class, "home")).isEqualTo("/");
        assertThat(name("/portal", Home.class, "home")).isEqualTo("/portal");
    }

    private static String name(String module, Class<?> type, String method) throws NoSuchMethodException {
        return RouteNames.template(module, type, type.getMethod(method));
    }
}
