package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a file would change about a brand.
 *
 * @param kept what the brand has and the file does not name: it stays
 * @param people logins in the file whom the brand does not have: a change makes nobody
 */
public record BrandChanges(List<Difference> differences, List<String> kept, List<String> people) {

    public BrandChanges {
        differences = List.copyOf(differences);
        kept = List.copyOf(kept);
        people = List.copyOf(people);
    }

    /**
     * One value that becomes another.
     *
     * @param place {@code locations[linde-nord].name}
     * @param before empty for what is added
     * @param after empty for what goes
     */
    public record Difference(String place, String before, String after) {
        String told() {
            return before + " -> " + after;
        }
    }

    /** Tells these changes from all others. */
    public String seal() {
        return Secret.hashOf(differences.toString());
    }

    static BrandChanges between(BrandState.Picture before, BrandState.Picture after, BrandDocument document) {
        List<Difference> differences = new ArrayList<>();
        Map<String, String> places = new TreeMap<>(before.values());
        places.putAll(after.values());
        for (String place : places.keySet()) {
            String was = Objects.requireNonNullElse(before.values().get(place), "");
            String becomes = Objects.requireNonNullElse(after.values().get(place), "");
            if (!was.equals(becomes)) differences.add(new Difference(place, was, becomes));
        }
        Set<String> kept = new TreeSet<>(before.things());
        kept.removeAll(named(document));
        List<String> people = document.users().stream()
                .map(person -> person.login().strip().toLowerCase(java.util.Locale.ROOT))
                .filter(login -> !before.logins().contains(login))
                .toList();
        return new BrandChanges(differences, List.copyOf(kept), people);
    }

    private static Set<String> named(BrandDocument document) {
        Set<String> named = new TreeSet<>();
        document.hosts().forEach(host -> named.add(BrandState.host(host.name())));
        for (LocationDocument location : document.locations()) {
            named.add(BrandState.location(location.slug()));
            location.tills().forEach(till -> named.add(BrandState.till(location.slug(), till.name())));
        }
        return named;
    }
}
