package de.hypersoft.esolutions.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as its file tells ({@code demo/brand.json}): amounts as decimal strings, times local. */
public record BrandDocument(Brand brand, List<Host> hosts, List<LocationDocument> locations, List<Person> users) {

    public record Brand(String slug, String name, String currency, String colour, String language) {}

    /** @param kind OWN; VENDOR for names below the vendor's domain; DEMO for names of this machine ({@code *.localhost}) */
    public record Host(String name, String kind) {}

    /** @param orderType null for all; @param until at or before {@code from}: on the next day */
    public record Hours(List<String> days, @Nullable String orderType, String from, String until) {}

    /** @param leadMinutes from order to the guest's door; null for the location's */
    public record Zone(
            List<String> postcodes,
            String minimum,
            String fee,
            @Nullable String freeFrom,
            @Nullable Integer leadMinutes) {}

    /** @param kind CONTROL_TILL, TILL or HEAD_OFFICE */
    public record TillName(String name, String kind) {}

    /** Of a person, in the place of slugs: all locations, also those to come. */
    static final String EVERYWHERE = "*";

    /**
     * @param role MANAGER; nobody becomes hosting staff by a file
     * @param locations slugs a manager is limited to, or {@code *} alone for all
     * @param mail where the link to choose a password goes; null when it is handed over by hand
     * @param password of a demo only; anywhere else its file would be the key of the account for ever
     */
    public record Person(
            String login,
            String name,
            String role,
            List<String> locations,
            @Nullable String mail,
            @Nullable String password) {}
}
