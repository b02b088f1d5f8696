package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At the start of a demo: makes the brand of {@code brand.json} and the hosting staff of {@code hosting.json}
 * unless they are there, and leaves the PINs of tills without
 * a device in the data folder, where {@code demo/attach} finds them. Without {@code esolutions.demo.dir} nothing happens.
 */
@ApplicationScoped
public class DemoBrand {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBrand.class);

    private final OnboardBrand onboarding;
    private final Tenants tenants;
    private final Users users;
    private final Optional<String> folder;
    private final Optional<String> data;
    private final AtomicBoolean begun = new AtomicBoolean();

    @Inject
    DemoBrand(
            OnboardBrand onboarding,
            Tenants tenants,
            Users users,
            @ConfigProperty(name = "esolutions.demo.dir") Optional<String> folder,
            @ConfigProperty(name = "esolutions.data") Optional<String> data) {
        this.onboarding = onboarding;
        this.tenants = tenants;
        this.users = users;
        this.folder = folder;
        this.data = data;
    }

    /** The event comes once per module of the EAR. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (folder.isPresent() && data.isPresent() && begun.compareAndSet(false, true))
            load(Path.of(folder.get()), Path.of(data.get(), "demo"));
    }

    void load(Path from, Path to) {
        try {
            BrandDocument document = BrandFile.ofNew(Files.readString(from.resolve("brand.json")));
            String slug = document.brand().slug();
            boolean known = tenants.bySlug(slug).isPresent();
            if (!known && !users.none())
                throw new IllegalStateException(
                        "The database has people and no demo. The demo's passwords, which everybody"
                                + " knows, are not brought into it: start with --no-demo, or on another database.");
            if (!known) staff(Files.readString(from.resolve("hosting.json")));
            TenantId tenant = known ? tenants.bySlug(slug).orElseThrow().id() : onboarding.onboard(document);
            if (!known) LOG.info("demo brand {} made, tenant={}", slug, tenant);
            write(to, onboarding.pins(tenant));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo brand cannot be loaded", e);
        }
    }

    /** The demo's own hosting staff: no customer's file can make any. */
    private void staff(String json) {
        Hosting person = Json.read(json, Hosting.class);
        users.create(Actor.SYSTEM, person.login(), UserRights.staff(person.name()), person.password());
    }

    /** {@code hosting.json}. */
    public record Hosting(String login, String name, String password) {}

    /** Readable by its owner only, lines {@code linde-mitte/Kasse 1=4711-382915}; PINs die after a quarter of an hour. */
    private static void write(Path folder, Map<String, String> pins) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("pins");
        Path part = folder.resolve("pins.part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringBuilder text = new StringBuilder();
        new TreeMap<>(pins)
                .forEach(
                        (till, pin) -> text.append(till).append('=').append(pin).append('\n'));
        Files.writeString(part, text);
        Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
