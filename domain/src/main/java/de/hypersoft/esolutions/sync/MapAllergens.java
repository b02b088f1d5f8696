package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.Allergen;
import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.allergens.AllergenMeanings;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A manager says, once for a location, what the words of its menu mean that nobody else knows. */
@ApplicationScoped
@Transactional
public class MapAllergens {

    /** The code for a word that names no allergen at all. */
    public static final String NONE = "NONE";

    /** The code for a word that is to mean again what it means everywhere. */
    public static final String FORGET = "FORGET";

    private static final int MOST_AT_ONCE = 200;

    private final EntityManager entities;
    private final Locations locations;
    private final AllergenMeanings meanings;
    private final CatalogIntake intake;
    private final Audit audit;

    @Inject
    MapAllergens(
            EntityManager entities, Locations locations, AllergenMeanings meanings, CatalogIntake intake, Audit audit) {
        this.entities = entities;
        this.locations = locations;
        this.meanings = meanings;
        this.intake = intake;
        this.audit = audit;
    }

    /** @param dishes names of dishes and options that say it, in German where there is */
    public record Unknown(String word, List<String> dishes) {}

    /** @param unknown what the master data here say and nobody knows; @param known what was said about words before */
    public record Board(List<Unknown> unknown, List<Known> known, boolean anyData) {}

    /** @param code of an {@link Allergen}, or empty for "no allergen" */
    public record Known(String word, String code, String by, Instant at) {
        static Known of(AllergenMeanings.Line line) {
            return new Known(line.word(), line.code(), line.by(), line.at());
        }
    }

    public Board board(TenantId tenant, LocationId id) {
        Location location = locations.get(tenant, id);
        ReceivedCatalog received = entities.find(ReceivedCatalog.class, id.value());
        return new Board(
                received == null
                        ? List.of()
                        : unknown(CatalogText.stored(received.document()), meanings.words(location)),
                meanings.lines(id).stream().map(Known::of).toList(),
                received != null);
    }

    /**
     * Holds from the next load on, and for the data already here once they are checked again.
     *
     * @param codes by word: one of {@link Allergen}, {@link #NONE} or {@link #FORGET}
     * @throws Invalid {@code unknown-allergen} for any other code, and then nothing is kept
     */
    public void say(TenantId tenant, LocationId id, Map<String, String> codes, Actor actor) {
        Location location = locations.get(tenant, id);
        if (codes.size() > MOST_AT_ONCE)
            throw new Invalid("too-many", "more than " + MOST_AT_ONCE + " words at once", "word");
        codes.forEach((word, code) -> {
            if (AllergenWords.key(word).isEmpty()) throw new Invalid("required", "a word is missing", "word");
            boolean allergen = Allergen.of(code).isPresent();
            if (!allergen && !code.equals(NONE) && !code.equals(FORGET))
                throw new Invalid("unknown-allergen", "»" + code + "« is no code of an allergen", "code");
            if (code.equals(FORGET)) meanings.forget(location, word);
            else meanings.say(location, word, Allergen.of(code).orElse(null), actor);
            audit.record(
                    actor, tenant.value(), "allergen-word", location.name(), AllergenWords.key(word) + " → " + code);
        });
    }

    /**
     * Checks the master data that are here once more, with what was said since; what comes of it is staged, or held, as a
     * load would be.
     *
     * @throws de.hypersoft.esolutions.kernel.NotFound {@code nothing-received} when no till has sent any
     */
    public LoadReport recheck(TenantId tenant, LocationId location, Actor actor) {
        return intake.again(tenant, location, actor);
    }

    private static List<Unknown> unknown(CatalogDocument document, AllergenWords words) {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<String, Set<String>> dishes = new LinkedHashMap<>();
        for (CatalogDocument.Article article : document.articles())
            if (article.allergens() != null) note(article.allergens(), article.name(), words, shown, dishes);
        for (CatalogDocument.OptionGroup group : document.optionGroups())
            for (CatalogDocument.Option option : group.options())
                note(option.allergens(), option.name(), words, shown, dishes);
        List<Unknown> result = new ArrayList<>();
        dishes.forEach((key, names) -> result.add(new Unknown(shown.getOrDefault(key, key), List.copyOf(names))));
        return result;
    }

    private static void note(
            List<String> sent,
            Map<String, String> name,
            AllergenWords words,
            Map<String, String> shown,
            Map<String, Set<String>> dishes) {
        for (String word : words.read(sent).unknown()) {
            String key = AllergenWords.key(word);
            shown.putIfAbsent(key, word);
            dishes.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(new LocalizedText(name).in("de"));
        }
    }
}
