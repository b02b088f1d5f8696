package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/**
 * A customer of the platform: one brand, one currency, one or more locations.
 *
 * <p>Its life: hosting staff create it with its first location; its shop is published with the first catalogue; it may
 * add locations of the same currency only (T13, seed 002). It is never deleted while orders must be kept.
 */
@Entity
@Table(schema = "tenancy", name = "tenant")
public class Tenant {

    @Id
    private UUID id;

    private String slug;
    private String name;
    private String currency;

    @Column(name = "brand_colour")
    private String brandColour;

    @Column(name = "default_language")
    private String defaultLanguage;

    @Column(name = "created_at")
    private Instant createdAt;

    @Embedded
    private GuestMails guestMails;

    @Embedded
    private GuestDataTerms guestDataTerms;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Tenant() {} // JPA

    @SuppressWarnings("NullAway.Init")
    public Tenant(
            String slug, String name, Currency currency, String brandColour, String defaultLanguage, Instant now) {
        this.id = Uuid7.at(now);
        this.slug = slug;
        this.currency = currency.getCurrencyCode();
        rebrand(name, brandColour, defaultLanguage);
        this.createdAt = now;
        this.guestMails = new GuestMails(true, true);
        this.guestDataTerms = GuestDataTerms.usual();
    }

    public TenantId id() {
        return new TenantId(id);
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public String brandColour() {
        return brandColour;
    }

    public String defaultLanguage() {
        return defaultLanguage;
    }

    public TenantView view() {
        return new TenantView(id(), slug, name, currency(), guestMails);
    }

    /** What guests are written beyond what they are owed; all of it unless the brand chose otherwise. */
    public GuestMails guestMails() {
        return guestMails;
    }

    void writeGuests(GuestMails chosen) {
        this.guestMails = chosen;
    }

    /** For how long guests can be told from their orders. */
    public GuestDataTerms guestDataTerms() {
        return guestDataTerms;
    }

    void forgetGuestsAfter(GuestDataTerms chosen) {
        this.guestDataTerms = chosen;
    }

    /** @throws Invalid on {@code name}, {@code colour} (#rrggbb) or {@code language} (de, en) */
    @SuppressWarnings("NullAway.Init")
    public final void rebrand(String newName, String newColour, String newLanguage) {
        if (newName.isBlank()) throw new Invalid("required", "a brand has a name", "name");
        if (newName.length() > 120) throw new Invalid("too-long", "a name has at most 120 characters", "name");
        InvisibleCharacters.refuse(newName, "name");
        if (!newColour.matches("#[0-9a-fA-F]{6}"))
            throw new Invalid("invalid-colour", "a colour is written #2f6b3a", "colour");
        if (!newLanguage.matches("de|en"))
            throw new Invalid("unknown-language", "the shop speaks de and en", "language");
        this.name = newName;
        this.brandColour = newColour;
        this.defaultLanguage = newLanguage;
    }
}
