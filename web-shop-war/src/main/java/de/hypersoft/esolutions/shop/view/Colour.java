package de.hypersoft.esolutions.shop.view;

import java.util.regex.Pattern;

/** An sRGB colour, for the contrast WCAG 2.2 asks for. */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);
    private static final Pattern HEX = Pattern.compile("#?[0-9a-fA-F]{6}");

    static boolean valid(String hex) {
        return HEX.matcher(hex).matches();
    }

    static Colour of(String hex) {
        if (!valid(hex)) throw new IllegalArgumentException("no colour: " + hex);
        int rgb = Integer.parseInt(hex.startsWith("#") ? hex.substring(1) : hex, 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** @param percent share of the other colour, 0 to 100 */
    Colour mixed(Colour other, int percent) {
        return new Colour(
                mix(red, other.red, percent), mix(green, other.green, percent), mix(blue, other.blue, percent));
    }

    /** 100 times the WCAG contrast ratio, rounded down: 450 is the least for text. */
    int contrast(Colour other) {
        int mine = luminance();
        int theirs = other.luminance();
        return (int) (100L * (Math.max(mine, theirs) + 50_000) / (Math.min(mine, theirs) + 50_000));
    }

    String hex() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }

    /** Relative luminance in millionths. */
    private int luminance() {
        return (int) ((2126L * linear(red) + 7152L * linear(green) + 722L * linear(blue)) / 10_000);
    }

    private static int linear(int channel) {
        return (int) Math.round(
                channel <= 10 ? channel / 12.92 / 255 * 1e6 : Math.pow((channel / 255.0 + 0.055) / 1.055, 2.4) * 1e6);
    }

    private static int mix(int from, int to, int percent) {
        return (from * (100 - percent) + to * percent + 50) / 100;
    }
}
