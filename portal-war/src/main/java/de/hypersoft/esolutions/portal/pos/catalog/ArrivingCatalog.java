package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.sync.request.FollowSync;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a catalogue from the line, and tells whoever asked for it how much is here. It waits on disk until it is complete
 * and its turn has come: many tills on slow lines take no memory.
 */
@ApplicationScoped
class ArrivingCatalog {

    private static final int CHUNK = 16 * 1024;

    /** Each report is a commit: at most fifty of them for the largest load. */
    private static final int LEAST_STEP = 64 * 1024;

    private static final int STEPS = 50;

    private final FollowSync syncs;

    @Inject
    ArrivingCatalog(FollowSync syncs) {
        this.syncs = syncs;
    }

    /** A catalogue that is here; closing it forgets it. */
    record Arrived(Path file, long length) implements AutoCloseable {
        byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** @param length as the till's request says, 0 or less when it does not */
    Arrived read(LocationId location, InputStream body, long length) throws IOException {
        long total = Math.max(0, length);
        boolean followed = syncs.receiving(location, 0, total);
        Path file = Files.createTempFile("catalog-", ".json");
        try {
            long here = store(location, body, file, total, followed);
            if (followed) syncs.checking(location, here);
            return new Arrived(file, here);
        } catch (WebApplicationException tooLarge) {
            Files.deleteIfExists(file);
            if (followed) syncs.tooLarge(location, CatalogResource.MAX_BYTES);
            throw tooLarge;
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    /** @return how many bytes have come */
    private long store(LocationId location, InputStream body, Path file, long total, boolean followed)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long step = Math.max(LEAST_STEP, total / STEPS);
        long here = 0;
        long told = 0;
        try (OutputStream all = Files.newOutputStream(file)) {
            for (int got = body.read(chunk); got >= 0; got = body.read(chunk)) {
                all.write(chunk, 0, got);
                here += got;
                if (followed && here - told >= step) {
                    told = here;
                    syncs.receiving(location, told, total);
                }
            }
        }
        return here;
    }
}
