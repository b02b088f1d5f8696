package de.hypersoft.esolutions.certificates.check;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the way from a leaf up to a root that browsers would walk. Files hold old and new certificates of the same
 * issuer, and certificates by which a root that has ended since once vouched for a new one: so each way is looked at, and
 * one without a fault is taken before any other, then one to a root that browsers know, then the shortest.
 */
final class ChainSearch {

    private static final int LONGEST = 8;
    private static final int MOST_WAYS = 300;

    private final Collection<X509Certificate> given;
    private final List<X509Certificate> candidates;
    private final PublicRoots roots;
    private final Instant moment;
    private final Map<X509Certificate, List<X509Certificate>> issuers = new HashMap<>();

    private ChainSearch(
            Collection<X509Certificate> given, Collection<X509Certificate> known, PublicRoots roots, Instant moment) {
        this.given = given;
        Set<X509Certificate> all = new LinkedHashSet<>(given);
        all.addAll(known);
        this.candidates = List.copyOf(all);
        this.roots = roots;
        this.moment = moment;
    }

    /**
     * @param given from the file
     * @param known intermediates from elsewhere, for where the file has none
     * @param moment at which the chain is to be valid
     */
    static Chain best(
            X509Certificate leaf,
            Collection<X509Certificate> given,
            Collection<X509Certificate> known,
            PublicRoots roots,
            Instant moment) {
        ChainSearch search = new ChainSearch(given, known, roots, moment);
        Map<Chain, Integer> ranks = new HashMap<>();
        return search.ways(leaf).stream()
                .min(Comparator.comparing((Chain way) -> ranks.computeIfAbsent(way, search::rank))
                        .thenComparing(way -> way.added().size())
                        .thenComparing(way -> way.links().size())
                        .thenComparing(Chain::until, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** A faulty way to a public root comes before one that leads nowhere: its fault is what has to be told. */
    private int rank(Chain way) {
        boolean faulty =
                !IssuerRules.check(way, moment).isEmpty() || way.fault(moment).isPresent();
        if (way.isPublic()) return faulty ? 3 : ended(way.root()) ? 1 : 0;
        if (way.root() != null) return faulty ? 5 : 2;
        return way.links().size() == 1 ? 7 : faulty ? 6 : 4;
    }

    private boolean ended(@Nullable X509Certificate root) {
        return root != null && !Validity.until(root).isAfter(moment);
    }

    /** Shortest first; bounded, for whoever sends twenty certificates of one name that all sign each other. */
    private List<Chain> ways(X509Certificate leaf) {
        List<Chain> ways = new ArrayList<>();
        Queue<List<X509Certificate>> open = new ArrayDeque<>(List.of(List.of(leaf)));
        while (!open.isEmpty() && ways.size() < MOST_WAYS) {
            List<X509Certificate> way = open.remove();
            X509Certificate top = way.get(way.size() - 1);
            List<X509Certificate> next = way.size() < LONGEST && !Chain.selfSigned(top)
                    ? issuers.computeIfAbsent(top, this::issuersOf)
                    : List.of();
            next.stream()
                    .filter(issuer -> !way.contains(issuer))
                    .limit(MOST_WAYS - Math.min(MOST_WAYS, open.size()))
                    .forEach(issuer -> open.add(longer(way, issuer)));
            Chain ended = asItIs(way, top);
            if (ended.root() != null || next.stream().allMatch(way::contains)) ways.add(ended);
        }
        return ways;
    }

    /** As if nothing came behind. */
    private Chain asItIs(List<X509Certificate> way, X509Certificate top) {
        boolean rootGiven = way.size() > 1 && Chain.selfSigned(top);
        List<X509Certificate> links = rootGiven ? way.subList(0, way.size() - 1) : way;
        X509Certificate root = rootGiven ? top : roots.signerOf(top).orElse(null);
        return new Chain(
                links,
                root,
                root != null && roots.holds(root),
                links.stream()
                        .filter(link -> link != way.get(0) && !given.contains(link))
                        .toList());
    }

    private List<X509Certificate> issuersOf(X509Certificate certificate) {
        return Stream.concat(candidates.stream(), roots.intermediatesFor(certificate, moment).stream())
                .distinct()
                .filter(candidate -> Chain.signs(candidate, certificate))
                .toList();
    }

    private static List<X509Certificate> longer(List<X509Certificate> way, X509Certificate by) {
        List<X509Certificate> longer = new ArrayList<>(way);
        longer.add(by);
        return longer;
    }
}
