package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.sync.FollowSync;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Reads a catalogue from the line, and tells whoever asked for it how much is here. */
@ApplicationScoped
class ArrivingCatalog {

    private static final int CHUNK = 16 * 1024;

    /** Each report is a commit: at most fifty of them for the largest load. */
    private static final int LEAST_STEP = 64 * 1024;

    private static final int STEPS = 50;

    private final FollowSync syncs;

    @SuppressWarnings("NullAway")
    protected ArrivingCatalog() { // CDI
        this.syncs = null;
    }

    @Inject
    ArrivingCatalog(FollowSync syncs) {
        this.syncs = syncs;
    }

    /** @param length as the till's request says, 0 or less when it does not */
    Reader read(LocationId location, InputStream body, long length) throws IOException {
        long total = Math.max(0, length);
        boolean followed = syncs.receiving(location, 0, total);
        try {
            byte[] bytes = bytes(location, body, total, followed);
            if (followed) syncs.checking(location, bytes.length);
            return new StringReader(new String(bytes, StandardCharsets.UTF_8));
        } catch (WebApplicationException tooLarge) {
            if (followed) syncs.unreadable(location, "too-large", "the catalogue is larger than 48 MB");
            throw tooLarge;
        }
    }

    private byte[] bytes(LocationId location, InputStream body, long total, boolean followed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.min(Math.max(CHUNK, total), 1 << 20));
        byte[] chunk = new byte[CHUNK];
        long step = Math.max(LEAST_STEP, total / STEPS);
        long told = 0;
        for (int got = body.read(chunk); got >= 0; got = body.read(chunk)) {
            all.write(chunk, 0, got);
            if (followed && all.size() - told >= step) {
                told = all.size();
                syncs.receiving(location, told, total);
            }
        }
        return all.toByteArray();
    }
}
