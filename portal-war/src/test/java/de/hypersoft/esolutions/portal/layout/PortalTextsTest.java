package de.hypersoft.esolutions.portal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.acme.AutomaticView;
import de.hypersoft.esolutions.acme.authority.AcmeFailure;
import de.hypersoft.esolutions.certificates.CertificateState;
import de.hypersoft.esolutions.certificates.Source;
import de.hypersoft.esolutions.certificates.pfx.Finding;
import de.hypersoft.esolutions.closing.DayMatch;
import de.hypersoft.esolutions.hostnames.dns.DnsState;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.portal.domains.DomainStatus;
import de.hypersoft.esolutions.portal.orders.ListQuery;
import de.hypersoft.esolutions.portal.orders.OrderGroup;
import de.hypersoft.esolutions.portal.reports.ReportQuery;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.report.EventType;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.GuestKind;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.web.page.Texts;
import de.hypersoft.esolutions.web.testing.Sources;
import de.hypersoft.esolutions.web.testing.Translations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PortalTextsTest {

    private final Texts german = PageModel.TEXTS.german();
    private final Texts english = PageModel.TEXTS.english();

    @Test
    void both_languages_say_the_same_things_with_the_same_blanks() {
        assertThat(german.keys()).hasSizeGreaterThan(1_000);
        Translations.check(PageModel.TEXTS);
    }

    @Test
    void every_text_that_a_page_asks_for_exists() {
        Pattern asked = Pattern.compile("text\\(\"([a-zA-Z0-9.-]+)\"[,)]");
        assertThat(Sources.pages().stream()
                        .flatMap(page -> asked.matcher(page.text()).results())
                        .map(m -> m.group(1))
                        .distinct())
                .hasSizeGreaterThan(400)
                .allSatisfy(key -> assertThat(german.keys()).contains(key));
    }

    @Test
    void every_value_of_the_model_that_is_shown_has_a_word() {
        List<String> keys = new ArrayList<>();
        for (OrderType type : OrderType.values()) keys.add("type." + type);
        for (OrderStatus status : OrderStatus.values()) keys.add("status." + status);
        for (PosTransfer state : PosTransfer.values()) keys.add("transfer." + state);
        for (OrderGroup group : OrderGroup.values()) keys.add("group." + group);
        for (ListQuery.View view : ListQuery.View.values()) keys.add("show." + view);
        for (EventType type : EventType.values()) keys.add("event." + type);
        for (PaymentMethod method : PaymentMethod.values()) keys.add("payment." + method);
        for (Quote.FeeKind fee : Quote.FeeKind.values()) keys.add("fee." + fee);
        for (MailState state : MailState.values()) keys.add("mail." + state);
        for (DnsState state : DnsState.values()) keys.add("dns." + state);
        for (CertificateState state : CertificateState.values()) keys.add("certificate-state." + state);
        for (Source source : Source.values()) keys.add("source." + source);
        for (DomainStatus standing : DomainStatus.values()) {
            keys.add("standing." + standing);
            keys.add("next." + standing);
        }
        for (Finding.Kind kind : Finding.Kind.values()) {
            keys.add("pfx." + kind.code());
            keys.add("pfx." + kind.code() + ".fix");
        }
        for (AcmeFailure reason : AcmeFailure.values()) {
            keys.add("acme." + reason.code());
            keys.add("acme." + reason.code() + ".fix");
        }
        for (AutomaticView.Standing standing : AutomaticView.Standing.values()) {
            keys.add("automatic." + standing);
            keys.add("automatic.says-" + standing);
        }
        for (DayMatch.Verdict verdict : DayMatch.Verdict.values()) keys.add("match." + verdict);
        for (MailKind kind : MailKind.values()) keys.add("mail.kind-" + kind);
        for (Dimension dimension : Dimension.values()) keys.add("reports.by-" + dimension);
        for (GuestKind kind : GuestKind.values()) keys.add("reports.guest-" + kind);
        for (ReportQuery.Period period : ReportQuery.Period.values()) keys.add("reports.period-" + period);
        for (ReportQuery.Versus versus : ReportQuery.Versus.values()) keys.add("reports.versus-" + versus);
        for (JournalRolledBack.Kind kind : JournalRolledBack.Kind.values()) keys.add("till.distrust-" + kind);

        assertThat(german.keys()).containsAll(keys);
    }

    @Test
    void T48_every_kind_of_bad_file_has_a_sentence_of_its_own_in_both_languages() {
        for (Texts language : List.of(german, english))
            assertThat(Arrays.stream(Finding.Kind.values()).map(kind -> language.text("pfx." + kind.code())))
                    .doesNotHaveDuplicates();
    }

    @Test
    void amounts_are_written_as_each_language_does() {
        Money much = Money.of(-123456, "EUR");

        assertThat(Formats.GERMAN.money(much)).isEqualTo("−1.234,56\u00a0€");
        assertThat(Formats.ENGLISH.money(much)).isEqualTo("−€1,234.56");
        assertThat(Formats.GERMAN.money(Money.of(5, "CHF"))).isEqualTo("0,05\u00a0CHF");
    }

    /** One wording for the one tick, from the mail to the button to what is written down about it. */
    @Test
    void the_tick_has_one_name_in_mails_and_on_all_pages() {
        String inMails = "de.hypersoft.esolutions.notifications.mail.messages";
        for (String[] language : new String[][] {
            {"de", "Bestellung an POS übermittelt", "An POS übermittelt"},
            {"en", "Order passed to the till", "Passed to the till"}
        }) {
            Texts words = language[0].equals("de") ? german : english;
            String name = language[1];
            assertThat(words.text("sheet.tick")).isEqualTo(name);
            for (String key : List.of(
                    "move.TICK",
                    "move.TAKE_OVER",
                    "move.UNTICK",
                    "audit.order-ticked",
                    "audit.order-taken-over",
                    "audit.order-unticked",
                    "orders.keys",
                    "refusal.already-ticked",
                    "refusal.not-ticked",
                    "sheet.take-over-explain"))
                assertThat(words.text(key)).as(key).contains(name);
            assertThat(words.text("orders.tick-short")).isEqualTo(language[2]);
            assertThat(words.text("transfer.TRANSFERRED_MANUAL")).startsWith(language[2]);
            assertThat(ResourceBundle.getBundle(inMails, Locale.forLanguageTag(language[0]))
                            .getString("unclaimed.first"))
                    .contains(name);
        }
    }

    @Test
    void one_of_something_is_said_as_people_say_it() {
        assertThat(german.text("orders.found", 1L)).isEqualTo("1 Bestellung");
        assertThat(german.text("health.all", 1)).isEqualTo("Kasse erreichbar");
        assertThat(german.text("orders.found", 2L)).isEqualTo("2 Bestellungen");
        assertThat(german.text("home.mails-waiting", 0)).isEqualTo("0 warten");
        assertThat(german.text("till.number", 1)).isEqualTo("Nr. 1");
    }

    @Test
    void no_text_is_written_down_twice() throws IOException {
        for (String language : List.of("de", "en"))
            assertThat(Files.readAllLines(file(language)).stream()
                            .filter(line -> line.contains("="))
                            .map(line -> line.split("=")[0]))
                    .doesNotHaveDuplicates();
    }

    private static Path file(String language) {
        return Path.of("src/main/resources/de/hypersoft/esolutions/portal/messages_" + language + ".properties");
    }
}
