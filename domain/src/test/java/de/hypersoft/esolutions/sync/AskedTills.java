package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.sync.request.CatalogSource;
import de.hypersoft.esolutions.tenancy.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A location with one till, or with none, that remembers what it was asked. */
public final class AskedTills implements CatalogSource {

    public Optional<String> till = Optional.empty();
    public final List<UUID> asked = new ArrayList<>();
    public final List<UUID> calledOff = new ArrayList<>();

    @Override
    public Optional<String> ask(LocationId location, UUID request) {
        asked.add(request);
        return till;
    }

    @Override
    public boolean paired(LocationId location) {
        return till.isPresent();
    }

    @Override
    public void callOff(UUID request) {
        calledOff.add(request);
    }
}
