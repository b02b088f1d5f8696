package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.web.asset.Asset;
import java.util.Map;
import java.util.Optional;

/** The shop's style sheet and script. */
public final class ShopAssets {

    private static final Map<String, Asset> BY_NAME = Map.of(
            "shop.css",
            Asset.joined(
                    ShopAssets.class,
                    "shop.css",
                    Asset.LOOK + "tokens.css",
                    Asset.LOOK + "base.css",
                    "/static/shop.css"),
            "shop.js",
            Asset.joined(ShopAssets.class, "shop.js", "/static/shop.js"));

    private ShopAssets() {}

    public static Optional<Asset> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static String path(String name) {
        return "/static/" + find(name).orElseThrow().version() + "/" + name;
    }
}
