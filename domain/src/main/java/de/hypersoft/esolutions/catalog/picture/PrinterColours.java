package de.hypersoft.esolutions.catalog.picture;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JPEGs in the four colours of printers, as programs for print save them: Java reads their values and leaves the colours
 * to whoever asked. Without the profile of a press a menu's picture looks as it does in a browser.
 *
 * @param turned as Photoshop writes: 255 is no ink
 * @param mixed cyan, magenta and yellow are stored as brightness and two colours (YCCK)
 */
record PrinterColours(boolean turned, boolean mixed) {

    private static final int SCAN = 0xFFDA;
    private static final int APP14 = 0xFFEE;
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final int TRANSFORM = 11;
    private static final int FULL = 255;

    /** What the head of this JPEG says; null when it has not four colours. */
    static @Nullable PrinterColours of(byte[] jpeg) {
        ByteBuffer segments = ByteBuffer.wrap(jpeg);
        int colours = 0;
        int transform = -1;
        for (int at = 2; at + 10 < jpeg.length && (segments.getShort(at) & 0xFFFF) != SCAN; ) {
            int marker = segments.getShort(at) & 0xFFFF;
            int length = segments.getShort(at + 2) & 0xFFFF;
            if (isFrame(marker)) colours = jpeg[at + 9];
            if (marker == APP14 && isAdobe(jpeg, at + 4)) transform = jpeg[at + 4 + TRANSFORM];
            at += 2 + length;
        }
        return colours == 4 ? new PrinterColours(transform >= 0, transform == 2) : null;
    }

    /** SOF0 to SOF15, without the three of that range that say something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }

    private static boolean isAdobe(byte[] jpeg, int at) {
        return at + TRANSFORM < jpeg.length && Arrays.equals(jpeg, at, at + ADOBE.length, ADOBE, 0, ADOBE.length);
    }

    /** @param inks four bands, as they stand in the file */
    BufferedImage shown(Raster inks) {
        int width = inks.getWidth();
        BufferedImage image = new BufferedImage(width, inks.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width * 4];
        int[] pixels = new int[width];
        for (int y = 0; y < inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) pixels[x] = pixel(row, x * 4);
            image.setRGB(0, y, width, 1, pixels, 0, width);
        }
        return image;
    }

    private int pixel(int[] row, int at) {
        int first = row[at];
        int second = row[at + 1];
        int third = row[at + 2];
        if (mixed) {
            int bright = first * 1_000;
            int blue = second - 128;
            int red = third - 128;
            second = FULL - within(bright - 344 * blue - 714 * red);
            third = FULL - within(bright + 1_772 * blue);
            first = FULL - within(bright + 1_402 * red);
        }
        int black = light(row[at + 3]);
        return light(first) * black / FULL << 16 | light(second) * black / FULL << 8 | light(third) * black / FULL;
    }

    private int light(int value) {
        return turned ? value : FULL - value;
    }

    private static int within(int thousandths) {
        return Math.max(0, Math.min(FULL, (thousandths + 500) / 1_000));
    }
}
