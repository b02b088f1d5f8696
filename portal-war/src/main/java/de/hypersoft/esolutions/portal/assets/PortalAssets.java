package de.hypersoft.esolutions.portal.assets;

import de.hypersoft.esolutions.web.asset.Asset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The portal's files below {@code assets/}, and those of the shared look, read once. */
public final class PortalAssets {

    private static final Map<String, Optional<Asset>> READ = new ConcurrentHashMap<>();

    private PortalAssets() {}

    public static Optional<Asset> find(String file) {
        return READ.computeIfAbsent(file, PortalAssets::read);
    }

    /** Where a browser finds the file, for as long as it has this content. */
    public static String address(String file) {
        String version = find(file).map(Asset::version).orElseThrow(() -> new IllegalArgumentException(file));
        return "/portal/assets/" + file + "?v=" + version;
    }

    private static Optional<Asset> read(String file) {
        return Asset.find(PortalAssets.class, "/assets/" + file)
                .or(() -> Asset.find(PortalAssets.class, Asset.LOOK + file));
    }
}
