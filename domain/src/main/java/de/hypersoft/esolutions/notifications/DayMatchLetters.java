package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.closing.DayMatch;
import de.hypersoft.esolutions.closing.ReviewDayMatches;
import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** One mail about the days that ended, in the transaction that remembers that they were matched. */
@ApplicationScoped
@Transactional
class DayMatchLetters {

    /** More numbers than this are in the portal; a mail is read in ten seconds. */
    private static final int MOST_NAMED = 20;

    private final ReviewDayMatches matches;
    private final LocationLetters letters;
    private final Locations locations;
    private final PortalAddress portal;

    @Inject
    DayMatchLetters(ReviewDayMatches matches, LocationLetters letters, Locations locations, PortalAddress portal) {
        this.matches = matches;
        this.letters = letters;
        this.locations = locations;
        this.portal = portal;
    }

    /** @return false when another node was faster */
    public boolean write(ReviewDayMatches.Ended ended) {
        if (!matches.matched(ended.run())) return false;
        Location location = locations.get(ended.location());
        List<DayMatch> amiss = ended.days().stream()
                .map(date -> matches.match(location.tenant(), location.id(), date))
                .filter(DayMatch::amiss)
                .toList();
        if (!amiss.isEmpty())
            letters.queue(MailKind.DAY_MATCH, ended.run(), 1, location.id(), (texts, at) -> text(at, texts, amiss));
        return true;
    }

    private MailText text(Location location, MailTexts texts, List<DayMatch> amiss) {
        MailBody sheet = new MailBody();
        for (DayMatch match : amiss) {
            LocalDate date = match.day().date();
            sheet.say(texts.say("match.day", texts.date(date)))
                    .row(texts.say("match.orders"), "" + match.entries().size())
                    .row(texts.say("match.BOOKED"), "" + match.count(DayMatch.Verdict.BOOKED))
                    .row(texts.say("match.TYPED"), "" + match.count(DayMatch.Verdict.TYPED))
                    .row(texts.say("match.CANCELLED"), "" + match.count(DayMatch.Verdict.CANCELLED))
                    .row(texts.say("match.MISSING"), numbers(texts, match.with(DayMatch.Verdict.MISSING)))
                    .row(texts.say("match.DOUBLE"), numbers(texts, match.with(DayMatch.Verdict.DOUBLE)))
                    .row(texts.say("match.NOT_VOIDED"), numbers(texts, match.with(DayMatch.Verdict.NOT_VOIDED)))
                    .link(texts.say("match.portal"), portal.link("/days/" + location.id() + "/match?date=" + date))
                    .gap();
        }
        return sheet.say(texts.say("match.todo"))
                .mail(
                        texts.language(),
                        texts.say(
                                "match.subject",
                                location.name(),
                                sum(amiss, DayMatch.Verdict.MISSING),
                                sum(amiss, DayMatch.Verdict.DOUBLE),
                                sum(amiss, DayMatch.Verdict.NOT_VOIDED)));
    }

    private static long sum(List<DayMatch> days, DayMatch.Verdict verdict) {
        return days.stream().mapToLong(match -> match.count(verdict)).sum();
    }

    private static String numbers(MailTexts texts, List<DayMatch.Entry> entries) {
        if (entries.isEmpty()) return "0";
        String named = String.join(
                ", ",
                entries.stream().limit(MOST_NAMED).map(DayMatch.Entry::number).toList());
        String more = entries.size() > MOST_NAMED ? " " + texts.say("match.more", entries.size() - MOST_NAMED) : "";
        return entries.size() + " (" + named + more + ")";
    }
}
