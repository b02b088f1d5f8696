package de.hypersoft.esolutions.notifications.domain;

import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is said before a certificate ends: when, what happens then, and who has to do what. */
final class ExpiryText {

    private ExpiryText() {}

    /** @param held hosts for which an automatic certificate will take its place */
    static MailText of(ExpiringCertificates.Due due, List<String> held, DomainLetters.Reader reader) {
        MailTexts texts = new MailTexts(
                reader.customer() ? reader.tenant().defaultLanguage() : "de",
                reader.location().zone());
        List<String> hosts = reader.hosts();
        String when = texts.time(due.notAfter());
        String how = due.daysLeft() < 0 ? "ended" : due.daysLeft() == 0 ? "today" : "soon";
        String whom = (reader.customer() ? "customer" : "staff") + (due.automatic() ? "-automatic" : "");
        MailBody sheet = new MailBody()
                .say(texts.say("expiry." + how, names(hosts, ExpiryText::both), when, due.daysLeft()))
                .gap();
        effects(sheet, texts, how.equals("ended"), hosts, held);
        sheet.say(texts.say("expiry.vendor-url"))
                .gap()
                .say(texts.say(
                        "expiry.todo-" + whom,
                        names(hosts, ExpiryText::unicode),
                        reader.tenant().name()));
        if (hosts.size() > 1) sheet.say(texts.say("expiry.once"));
        return sheet.gap()
                .link(texts.say("expiry.portal"), reader.page())
                .mail(
                        texts.language(),
                        texts.say(
                                "expiry.subject-" + how,
                                inSubject(texts, hosts),
                                when,
                                due.daysLeft(),
                                reader.tenant().name()));
    }

    private static void effects(MailBody sheet, MailTexts texts, boolean ended, List<String> hosts, List<String> held) {
        List<String> bare =
                hosts.stream().filter(host -> ended || !held.contains(host)).toList();
        List<String> kept = hosts.stream().filter(host -> !bare.contains(host)).toList();
        if (!bare.isEmpty())
            sheet.say(texts.say(ended ? "expiry.effect-ended" : "expiry.effect", names(bare, ExpiryText::unicode)));
        if (!kept.isEmpty()) sheet.say(texts.say("expiry.effect-held", names(kept, ExpiryText::unicode)));
    }

    private static String inSubject(MailTexts texts, List<String> hosts) {
        String first = unicode(hosts.get(0));
        return hosts.size() == 1 ? first : texts.say("expiry.and-more", first, hosts.size() - 1);
    }

    private static String names(List<String> hosts, UnaryOperator<String> name) {
        return hosts.stream().map(name).collect(Collectors.joining(", "));
    }

    private static String unicode(String host) {
        return new HostName(host).unicode();
    }

    private static String both(String host) {
        String shown = unicode(host);
        return shown.equals(host) ? host : shown + " (" + host + ")";
    }
}
