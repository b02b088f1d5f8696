package de.hypersoft.esolutions.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A location as its customer's file tells: with its hours, delivery zones and tills. */
public record LocationDocument(
        String slug,
        String name,
        String street,
        String postcode,
        String city,
        String country,
        String phone,
        String legalName,
        String imprint,
        String timeZone,
        String cutoff,
        List<String> orderTypes,
        int leadMinutes,
        String mailTo,
        @Nullable String secondContact,
        int unclaimedAfterSeconds,
        int secondContactAfterSeconds,
        List<BrandDocument.Hours> hours,
        List<BrandDocument.Zone> zones,
        List<BrandDocument.TillName> tills) {}
