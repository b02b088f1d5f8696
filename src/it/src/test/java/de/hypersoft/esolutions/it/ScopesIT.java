package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.PortalRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what at every address of shop, portal and wire: the table {@code scopes.txt}, cell by cell. */
@SystemTest
class ScopesIT {

    private final List<ScopeRow> rows = ScopeRow.all();

    @Test
    void every_caller_reaches_at_every_address_what_is_the_callers_and_nothing_else() {
        ScopeStage stage = new ScopeStage();
        List<String> wrong = new ArrayList<>();

        for (ScopeRow row : rows) {
            assertThat(row.cells())
                    .as(row.toString())
                    .hasSameSizeAs(stage.askers().keySet());
            List<String> askers = List.copyOf(stage.askers().keySet());
            for (int column = askers.size() - 1; column >= 0; column--) { // who may, and ends it, comes last
                String cell = row.cells().get(column);
                Asker.Answer answer = row.ask(stage, askers.get(column), stage.asker(askers.get(column)));
                if (!row.holds(cell, answer, stage))
                    wrong.add(row.method() + " " + row.shop() + row.path() + ": " + askers.get(column) + " expects "
                            + cell + ", got " + answer.status() + " " + answer.location());
            }
        }

        assertThat(wrong).as("cells").isEmpty();
    }

    @Test
    void no_address_is_left_out_of_the_table() {
        Set<String> routes = Stream.of(
                        PortalRoute.all().stream().map(route -> route.method() + " /portal" + route.path()),
                        PortalRoute.wire().stream().map(route -> route.method() + " /portal" + route.path()),
                        RouteTables.shop().stream())
                .flatMap(some -> some)
                .map(route -> route.replaceAll("\\{([a-z]+):[^}]*}(?=$|/)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described =
                rows.stream().map(row -> meant(row.route(), routes)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(routes);
    }

    /** Of the templates that a row's address fits, the one that leaves least open. */
    private static String meant(String route, Set<String> templates) {
        return templates.stream()
                .filter(template -> RouteTables.pattern(template).matcher(route).matches())
                .min(Comparator.comparing(template -> template.split("\\{", -1).length))
                .orElse("none like " + route);
    }
}
