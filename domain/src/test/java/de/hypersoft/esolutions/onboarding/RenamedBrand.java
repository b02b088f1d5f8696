package de.hypersoft.esolutions.onboarding;

/** A brand like another one, with slug, hosts and logins of its own. */
public final class RenamedBrand {

    private RenamedBrand() {}

    public static BrandDocument of(BrandDocument given, String suffix) {
        BrandDocument.Brand brand = given.brand();
        return new BrandDocument(
                new BrandDocument.Brand(
                        brand.slug() + "-" + suffix, brand.name(), brand.currency(), brand.colour(), brand.language()),
                given.hosts().stream()
                        .map(host -> new BrandDocument.Host(suffix + "-" + onlyHere(host), host.kind()))
                        .toList(),
                given.locations(),
                given.users().stream()
                        .map(person -> new BrandDocument.Person(
                                person.login() + "-" + suffix,
                                person.name(),
                                person.role(),
                                person.locations(),
                                person.mail(),
                                person.password()))
                        .toList());
    }

    /** A demo's host keeps a name of this machine, whatever is put before it. */
    private static String onlyHere(BrandDocument.Host host) {
        boolean plain = host.kind().equals("DEMO") && !host.name().endsWith(".localhost");
        return plain ? host.name().replace('.', '-') + ".localhost" : host.name();
    }
}
