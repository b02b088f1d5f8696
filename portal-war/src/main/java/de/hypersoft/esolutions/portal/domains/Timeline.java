package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.certificates.CertificateView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ends of all certificates on one line of a hundred days, each once, on however many domains it is served; the page
 * draws it and says the same in its cards.
 *
 * @param dots from left to right
 */
public record Timeline(List<Dot> dots) {

    public static final int DAYS = 100;

    public Timeline {
        dots = List.copyOf(dots);
    }

    /** Where the line is drawn: below as many dots as stand on one another. */
    public int axis() {
        return 12 + 16 * dots.stream().mapToInt(Dot::level).max().orElse(0);
    }

    public int height() {
        return axis() + 32;
    }

    /**
     * @param percent place on the line, 0 today or before, 100 at its end or behind
     * @param level how many dots stand below it at the same place
     * @param tone colour class, of the domain that stands worst; the cards say it in words
     * @param hosts that are served with it
     */
    public record Dot(int percent, int level, String tone, String hosts) {}

    /** @param cards the worst first */
    static Timeline of(List<DomainsPage.Card> cards, Instant now) {
        List<Dot> dots = new ArrayList<>();
        Map<Integer, Integer> levels = new HashMap<>();
        Set<DomainsPage.Shared> drawn = new HashSet<>();
        for (DomainsPage.Card card : cards) {
            CertificateView active = card.active();
            if (active == null || !drawn.add(DomainsPage.Shared.of(active))) continue;
            long days = Duration.between(now, active.notAfter()).toDays();
            int percent = (int) Math.max(1, Math.min(99, days * 100 / DAYS));
            int level = levels.merge(percent, 1, Integer::sum) - 1;
            List<String> hosts = new ArrayList<>(List.of(card.domain().host().unicode()));
            hosts.addAll(card.sharers());
            dots.add(new Dot(percent, Math.min(level, 3), card.standing().tone(), String.join(", ", hosts)));
        }
        return new Timeline(dots);
    }
}
