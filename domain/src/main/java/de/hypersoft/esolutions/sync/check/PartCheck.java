package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for what articles are made of: VAT classes, deposits, option groups. */
final class PartCheck {

    private final CatalogDocument document;
    private final Currency currency;
    private final LocalDate today;
    private final CatalogErrors faults;
    private final Set<String> articleIds = new HashSet<>();
    private final Set<String> groups = new HashSet<>();

    PartCheck(CatalogDocument document, Currency currency, LocalDate today, CatalogErrors faults) {
        this.document = document;
        this.currency = currency;
        this.today = today;
        this.faults = faults;
        document.articles().forEach(a -> articleIds.add(a.id()));
        document.optionGroups().forEach(g -> groups.add(g.id()));
    }

    void check() {
        document.vatClasses().forEach(this::vatClass);
        document.deposits().forEach(this::deposit);
        document.optionGroups().forEach(this::group);
        new ChoiceTrees(document.optionGroups()).check(document.articles(), faults);
    }

    private void vatClass(CatalogDocument.VatClass vatClass) {
        CatalogErrors.Of of = faults.of("vatClass", vatClass.id());
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < vatClass.rates().size(); i++) {
            CatalogDocument.Rates rates = vatClass.rates().get(i);
            CatalogErrors.Of there = of.in("/rates/" + i);
            LocalDate from = Values.date(rates.from(), there.in("/from"));
            if (from != null && !dates.add(from)) there.add("/from", "duplicate-rate", "two rates from " + from);
            Values.rate(rates.onSite(), there.in("/onSite"));
            Values.rate(rates.takeAway(), there.in("/takeAway"));
        }
        if (dates.stream().noneMatch(d -> !d.isAfter(today)))
            of.add("/rates", "no-current-rate", "no rate of VAT class " + vatClass.id() + " is valid on " + today);
    }

    private void deposit(CatalogDocument.Deposit deposit) {
        CatalogErrors.Of of = faults.of("deposit", deposit.id());
        Money amount = Values.amount(deposit.amount(), currency, "amount", of.in("/amount"));
        if (amount != null && !amount.isPositive())
            of.add("/amount", "invalid-deposit", "a deposit is more than nothing");
        if (Stream.of(DepositKind.values()).noneMatch(kind -> kind.name().equals(deposit.kind())))
            of.add("/kind", "invalid-deposit", "kind is SINGLE_USE or REUSABLE, not " + deposit.kind());
    }

    private void group(CatalogDocument.OptionGroup group) {
        CatalogErrors.Of of = faults.of("optionGroup", group.id());
        if (group.options().isEmpty()) of.add("/options", "no-options", "the group has nothing to choose from");
        if (group.min() < 0 || group.max() < 1)
            of.add(group.min() < 0 ? "/min" : "/max", "out-of-range", "min is at least 0 and max at least 1");
        if (group.min() > group.max())
            of.add("/min", "min-over-max", "min " + group.min() + " is more than max " + group.max());
        else if (group.min() > pieces(group))
            of.add(
                    "/min",
                    "min-over-options",
                    "min " + group.min() + ", and all options together are " + pieces(group) + " pieces at most");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < group.options().size(); i++) {
            CatalogDocument.Option option = group.options().get(i);
            CatalogErrors.Of there = of.in("/options/" + i);
            if (!ids.add(option.id()))
                there.add("/id", "duplicate-option", "option »" + option.id() + "« is there twice");
            option(option, there);
        }
    }

    private void option(CatalogDocument.Option option, CatalogErrors.Of of) {
        Values.amount(option.price(), currency, "price of option " + option.id(), of.in("/price"));
        if (option.articleId() != null && !articleIds.contains(option.articleId()))
            of.add(
                    "/articleId",
                    "unknown-article",
                    "option " + option.id() + " stands for unknown article »" + option.articleId() + "«");
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < option.optionGroups().size(); i++) {
            String nested = option.optionGroups().get(i);
            if (!asked.add(nested))
                of.add("/optionGroups/" + i, "duplicate-reference", "option " + option.id() + " asks one group twice");
            if (!groups.contains(nested))
                of.add(
                        "/optionGroups/" + i,
                        "unknown-option-group",
                        "option " + option.id() + " asks unknown group »" + nested + "«");
        }
        if (option.max() != null && option.max() < 1)
            of.add("/max", "out-of-range", "max of option " + option.id() + " is at least 1");
    }

    /** What can be picked at most; a max beyond the number of options means that some count several times. */
    private static long pieces(CatalogDocument.OptionGroup group) {
        int most = Math.min(group.max(), Menu.MOST_OF_A_CHOICE);
        return group.options().stream()
                .mapToLong(o -> o.max() == null ? most : Math.min(most, o.max()))
                .sum();
    }
}
