package de.hypersoft.esolutions.pricing;

import static de.hypersoft.esolutions.pricing.TestMenu.eur;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random trees of choices against a calculation of its own: exact fractions, written from the rules of the trade and not
 * from the price function.
 */
class RandomTreesTest {

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final String[] CLASSES = {"FOOD", "DRINK"};

    private final TestMenu menu = new TestMenu();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<String, List<Made>> groups = new TreeMap<>();
    private int names;

    /** An option of the menu as it was invented. */
    private record Made(
            String id, BigDecimal price, @Nullable Stands stands, List<String> asks) {}

    private record Stands(String article, String vatClass, boolean can) {}

    /** Something picked, as the guest meant it. */
    private record Meant(Made option, int quantity, List<Meant> below) {}

    private record Wanted(
            BigDecimal price, int discount, String vatClass, boolean can, int quantity, List<Meant> meant) {}

    @Test
    void a_thousand_random_trees_cost_exactly_what_a_calculation_on_paper_says() {
        int deepest = 0;
        for (long seed = 1; seed <= 1_000; seed++) deepest = Math.max(deepest, new RandomTreesTest().compare(seed));
        assertThat(deepest).as("the trees are trees").isEqualTo(4);
    }

    private int compare(long seed) {
        Random random = new Random(seed);
        List<Selection> selections = new ArrayList<>();
        for (int line = 0; line < 1 + random.nextInt(5); line++) selections.add(invent(random));
        boolean austria = random.nextBoolean();
        boolean delivered = random.nextBoolean();
        BigDecimal fee = cents(random.nextInt(600));
        BigDecimal freeFrom = random.nextBoolean() ? cents(random.nextInt(20_000)) : null;
        DeliveryZone.Terms terms = delivered
                ? new DeliveryZone.Terms(
                        "1", eur("0.00"), eur(fee.toString()), freeFrom == null ? null : eur(freeFrom.toString()))
                : null;

        Quote quote = Pricing.quote(
                menu.menu(),
                TestMenu.basket(delivered ? OrderType.DELIVERY : OrderType.PICKUP, austria ? "AT" : "DE")
                        .with(selections)
                        .with(terms));

        Paper paper = new Paper(delivered, austria, delivered ? fee : BigDecimal.ZERO, freeFrom);
        wanted.forEach(paper::line);
        paper.close();
        List<String> said = new ArrayList<>();
        quote.lines().forEach(l -> said.add("line " + l.total().decimal()));
        said.add("deposits " + quote.deposits().decimal());
        quote.vat()
                .forEach(v -> said.add(v.rate().percent() + " " + v.gross().decimal() + " "
                        + v.tax().decimal() + " " + v.net().decimal()));
        said.add("total " + quote.total().decimal());
        assertThat(said).as("seed %d", seed).isEqualTo(paper.said);
        return wanted.stream().mapToInt(w -> depth(w.meant)).max().orElse(0);
    }

    private static int depth(List<Meant> meant) {
        return meant.stream().mapToInt(m -> 1 + depth(m.below)).max().orElse(0);
    }

    private Selection invent(Random random) {
        List<String> asks = groups(random, 1);
        String id = "article" + names++;
        BigDecimal price = cents(random.nextInt(3_000));
        int discount = random.nextInt(3) == 0 ? random.nextInt(10_001) : 0;
        String vatClass = CLASSES[random.nextInt(2)];
        boolean can = random.nextInt(3) == 0;
        menu.article(id, price.toString(), discount, vatClass, can ? "CAN" : null, asks.toArray(String[]::new));
        int quantity = 1 + random.nextInt(5);
        List<Selection.Pick> picks = new ArrayList<>();
        List<Meant> meant = pick(random, asks, picks);
        wanted.add(new Wanted(price, discount, vatClass, can, quantity, meant));
        return new Selection(id, quantity, picks, "");
    }

    /** Now and then one that is asked elsewhere, too. */
    private List<String> groups(Random random, int level) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            List<String> known = groups.keySet().stream()
                    .filter(g -> level + below(g) - 1 <= 4 && !asked.contains(g))
                    .toList();
            boolean again = random.nextInt(3) == 0 && !known.isEmpty();
            asked.add(again ? known.get(random.nextInt(known.size())) : group(random, level));
        }
        return asked;
    }

    private int below(String group) {
        return 1
                + groups.getOrDefault(group, List.of()).stream()
                        .flatMap(o -> o.asks.stream())
                        .mapToInt(this::below)
                        .max()
                        .orElse(0);
    }

    private String group(Random random, int level) {
        String id = "group" + names++;
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Stands stands = null;
            if (random.nextInt(3) == 0) {
                stands = new Stands("part" + names++, CLASSES[random.nextInt(2)], random.nextBoolean());
                menu.article(stands.article, "1.00", 0, stands.vatClass, stands.can ? "CAN" : null);
            }
            made.add(new Made(
                    "o" + i,
                    cents(random.nextInt(700) - 200),
                    stands,
                    level < 4 ? groups(random, level + 1) : List.of()));
        }
        groups.put(id, made);
        menu.choices(
                id,
                0,
                99,
                made.stream()
                        .map(o -> {
                            TestMenu.Draft draft =
                                    TestMenu.option(o.id, o.price.toString(), o.asks.toArray(String[]::new));
                            return o.stands == null ? draft : draft.stands(o.stands.article);
                        })
                        .toArray(TestMenu.Draft[]::new));
        return id;
    }

    private List<Meant> pick(Random random, List<String> asks, List<Selection.Pick> picks) {
        List<Meant> meant = new ArrayList<>();
        for (String group : asks) {
            for (Made option : groups.getOrDefault(group, List.of())) {
                if (random.nextInt(4) == 0) continue;
                int quantity = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(3);
                List<Selection.Pick> below = new ArrayList<>();
                meant.add(new Meant(option, quantity, pick(random, option.asks, below)));
                picks.add(new Selection.Pick(group, option.id, quantity, below));
            }
        }
        return meant;
    }

    private static BigDecimal cents(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** The calculation on paper. */
    private static final class Paper {
        final List<String> said = new ArrayList<>();
        private final boolean delivered;
        private final boolean austria;
        private final BigDecimal fee;
        private final @Nullable BigDecimal freeFrom;
        private final TreeMap<BigDecimal, BigDecimal> goods = new TreeMap<>();
        private final TreeMap<BigDecimal, BigDecimal> deposits = new TreeMap<>();
        private BigDecimal allGoods = new BigDecimal("0.00");
        private BigDecimal allDeposits = new BigDecimal("0.00");

        Paper(boolean delivered, boolean austria, BigDecimal fee, @Nullable BigDecimal freeFrom) {
            this.delivered = delivered;
            this.austria = austria;
            this.fee = fee;
            this.freeFrom = freeFrom;
        }

        void line(Wanted wanted) {
            BigDecimal before = allGoods;
            BigDecimal base = delivered ? wanted.price.add(BigDecimal.ONE) : wanted.price;
            sell(off(base, wanted.discount), wanted.quantity, rate(wanted.vatClass));
            if (wanted.can) can(wanted.quantity, rate(wanted.vatClass));
            for (Meant meant : wanted.meant) option(meant, wanted.quantity, wanted.discount, rate(wanted.vatClass));
            said.add("line " + allGoods.subtract(before));
        }

        private void option(Meant meant, int above, int discount, BigDecimal rateAbove) {
            int pieces = above * meant.quantity;
            Stands stands = meant.option.stands;
            BigDecimal rate = stands == null ? rateAbove : rate(stands.vatClass);
            BigDecimal price = meant.option.price;
            sell(price.signum() > 0 ? off(price, discount) : price, pieces, rate);
            if (stands != null && stands.can) can(pieces, rate);
            for (Meant below : meant.below) option(below, pieces, discount, rate);
        }

        private void sell(BigDecimal each, int pieces, BigDecimal rate) {
            BigDecimal sum = each.multiply(BigDecimal.valueOf(pieces));
            goods.merge(rate, sum, BigDecimal::add);
            allGoods = allGoods.add(sum);
        }

        private void can(int pieces, BigDecimal rate) {
            BigDecimal sum = new BigDecimal("0.25").multiply(BigDecimal.valueOf(pieces));
            deposits.merge(austria ? BigDecimal.ZERO : rate, sum, BigDecimal::add);
            allDeposits = allDeposits.add(sum);
        }

        void close() {
            BigDecimal charged =
                    freeFrom != null && allGoods.compareTo(freeFrom) >= 0 ? BigDecimal.ZERO.setScale(2) : fee;
            TreeMap<BigDecimal, BigDecimal> gross = new TreeMap<>(goods);
            shares(charged).forEach((rate, part) -> gross.merge(rate, part, BigDecimal::add));
            deposits.forEach((rate, part) -> gross.merge(rate, part, BigDecimal::add));
            said.add("deposits " + allDeposits);
            gross.forEach((rate, sum) -> {
                BigDecimal tax = sum.multiply(rate).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP);
                said.add(rate.setScale(2) + " " + sum + " " + tax + " " + sum.subtract(tax));
            });
            said.add("total " + allGoods.add(allDeposits).add(charged).setScale(2));
        }

        /** Whole cents in proportion to the goods; the largest remainders get the cents left over, lower rates first. */
        private TreeMap<BigDecimal, BigDecimal> shares(BigDecimal charged) {
            TreeMap<BigDecimal, BigDecimal> result = new TreeMap<>();
            if (charged.signum() == 0) return result;
            List<BigDecimal> rates = goods.entrySet().stream()
                    .filter(rate -> rate.getValue().signum() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            if (rates.isEmpty()) {
                result.put(goods.lastKey(), charged);
                return result;
            }
            BigDecimal all = rates.stream().map(goods::get).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left = charged;
            Map<BigDecimal, BigDecimal> remainder = new TreeMap<>();
            for (BigDecimal rate : rates) {
                BigDecimal[] whole =
                        charged.movePointRight(2).multiply(goods.get(rate)).divideAndRemainder(all);
                BigDecimal part = whole[0].setScale(0).movePointLeft(2);
                result.put(rate, part);
                remainder.put(rate, whole[1]);
                left = left.subtract(part);
            }
            List<BigDecimal> byRemainder = rates.stream()
                    .sorted(Comparator.comparing((BigDecimal r) -> remainder.get(r))
                            .reversed())
                    .toList();
            for (int i = 0; left.signum() > 0; i++, left = left.subtract(cents(1)))
                result.merge(byRemainder.get(i), cents(1), BigDecimal::add);
            return result;
        }

        private static BigDecimal off(BigDecimal price, int discount) {
            BigDecimal stays = BigDecimal.valueOf(10_000L - discount, 4);
            return price.multiply(stays).setScale(2, RoundingMode.HALF_UP);
        }

        private static BigDecimal rate(String vatClass) {
            return new BigDecimal(vatClass.equals("FOOD") ? "7" : "19");
        }
    }
}
