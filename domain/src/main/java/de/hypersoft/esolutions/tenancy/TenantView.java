package de.hypersoft.esolutions.tenancy;

import java.util.Currency;

/** What the portal shows of a tenant. */
public record TenantView(TenantId id, String slug, String name, Currency currency, GuestMails guestMails) {}
