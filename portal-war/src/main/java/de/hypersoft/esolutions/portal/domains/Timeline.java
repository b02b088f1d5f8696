package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.certificates.CertificateView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ends of all certificates on one line of a hundred days; the page draws it and says the same in its cards.
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
     * @param tone colour class; the cards say it in words
     */
    public record Dot(int percent, int level, String tone, String host) {}

    static Timeline of(List<DomainsPage.Card> cards, Instant now) {
        List<Dot> dots = new ArrayList<>();
        Map<Integer, Integer> levels = new HashMap<>();
        for (DomainsPage.Card card : cards) {
            CertificateView active = card.active();
            if (active == null) continue;
            long days = Duration.between(now, active.notAfter()).toDays();
            int percent = (int) Math.max(1, Math.min(99, days * 100 / DAYS));
            int level = levels.merge(percent, 1, Integer::sum) - 1;
            dots.add(new Dot(
                    percent,
                    Math.min(level, 3),
                    card.standing().tone(),
                    card.domain().host().unicode()));
        }
        return new Timeline(dots);
    }
}
