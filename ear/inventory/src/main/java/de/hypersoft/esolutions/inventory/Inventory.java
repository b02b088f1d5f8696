package de.hypersoft.esolutions.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code bom.json} and {@code THIRD-PARTY.txt} into the folder of the server that is shipped.
 *
 * <p>Arguments: that folder, the EAR, the till's program, Maven's list of what it resolved, the server's own list of licences, the product's version, its owner. Ends with an error where a jar has no name.
 */
public final class Inventory {

    private Inventory() {}

    public static void main(String[] arguments) throws IOException {
        Path server = Path.of(arguments[0]);
        List<Jar> jars = new ShippedJars()
                .below(server)
                .in(Path.of(arguments[1]))
                .with(Path.of(arguments[2]))
                .all();
        KnownLibraries known =
                new KnownLibraries().resolvedByMaven(Path.of(arguments[3])).shippedWithServer(Path.of(arguments[4]));
        List<Library> libraries = new Libraries(known).of(jars);
        Coordinates product = new Coordinates("de.hypersoft.esolutions", "esolutions", arguments[5]);
        String owner = arguments[6];
        Files.writeString(server.resolve("bom.json"), BillOfMaterials.json(product, owner, libraries));
        Files.writeString(server.resolve("THIRD-PARTY.txt"), Notices.text(owner, libraries, jars));
    }
}
