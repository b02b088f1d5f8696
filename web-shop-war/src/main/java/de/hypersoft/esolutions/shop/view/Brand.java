package de.hypersoft.esolutions.shop.view;

import java.util.List;

/**
 * A tenant's brand colour made usable: text on it, its hover and pressed steps, and a tone of it that can be read on
 * every surface, each with a contrast of at least 4.5:1 in light and dark.
 */
public final class Brand {

    private static final int READABLE = 450;
    private static final List<Colour> LIGHT = List.of(Colour.of("#ffffff"), Colour.of("#f7f7f5"), Colour.of("#efeeeb"));
    private static final List<Colour> DARK = List.of(Colour.of("#20201e"), Colour.of("#161615"), Colour.of("#2a2a27"));
    private static final Colour INK = Colour.of("#161615");

    private Brand() {}

    /** One set of the six tokens. */
    record Tones(Colour brand, Colour hover, Colour pressed, Colour on, Colour ink, Colour wash) {

        String css() {
            return "--brand:%s;--brand-hover:%s;--brand-pressed:%s;--on-brand:%s;--brand-ink:%s;--brand-wash:%s;"
                    .formatted(brand.hex(), hover.hex(), pressed.hex(), on.hex(), ink.hex(), wash.hex());
        }
    }

    public static boolean valid(String hex) {
        return Colour.valid(hex);
    }

    public static String css(String hex) {
        Colour colour = Colour.of(hex);
        return ":root{" + light(colour).css() + "}@media (prefers-color-scheme: dark){:root{"
                + dark(colour).css() + "}}\n";
    }

    static Tones light(Colour colour) {
        Colour wash = colour.mixed(Colour.WHITE, 90);
        Colour ink = readable(colour, Colour.BLACK, LIGHT, wash);
        return tones(colour, ink, wash);
    }

    static Tones dark(Colour colour) {
        Colour wash = colour.mixed(Colour.of("#20201e"), 82);
        Colour ink = readable(colour, Colour.WHITE, DARK, wash);
        return tones(ink, ink, wash);
    }

    private static Tones tones(Colour brand, Colour ink, Colour wash) {
        boolean white = brand.contrast(Colour.WHITE) >= READABLE;
        Colour on = white ? Colour.WHITE : INK.contrast(brand) >= READABLE ? INK : Colour.BLACK;
        Colour away = white ? Colour.BLACK : Colour.WHITE;
        return new Tones(brand, brand.mixed(away, 15), brand.mixed(away, 28), on, ink, wash);
    }

    private static Colour readable(Colour colour, Colour towards, List<Colour> surfaces, Colour wash) {
        for (int percent = 0; percent < 100; percent += 4) {
            Colour tone = colour.mixed(towards, percent);
            boolean enough =
                    tone.contrast(wash) >= READABLE && surfaces.stream().allMatch(s -> tone.contrast(s) >= READABLE);
            if (enough) return tone;
        }
        return towards;
    }
}
