package de.hypersoft.esolutions.tenancy;

/** A postal address; {@code country} is ISO 3166-1 alpha-2, {@code note} helps the driver and may be empty. */
public record Address(String street, String postcode, String city, String country, String note) {}
