package de.hypersoft.esolutions.catalog.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Makes a file of pixels and of nothing else. */
final class PictureEncoder {

    private static final int QUALITY_PERCENT = 85;
    private static final int LARGEST_PNG = 300 * 1024;
    private static final int OPAQUE = 255;

    private PictureEncoder() {}

    /** @param content belongs to whoever asked for it */
    @SuppressWarnings("ArrayRecordComponent")
    record Encoded(String mediaType, byte[] content) {}

    /**
     * A drawing stays a PNG while that is small; all others are JPEG, on white where something shines through.
     *
     * @param longest side, in pixels
     * @param type of the file that it was
     */
    static Encoded encode(BufferedImage image, String type, int longest) throws IOException {
        BufferedImage scaled = plain(scaled(image, longest));
        boolean seeThrough = scaled.getColorModel().hasAlpha();
        if (seeThrough || type.equals("image/png")) {
            byte[] png = written(scaled, "png");
            if (png.length <= LARGEST_PNG) return new Encoded("image/png", png);
        }
        return new Encoded("image/jpeg", written(seeThrough ? onWhite(scaled) : scaled, "jpeg"));
    }

    private static BufferedImage scaled(BufferedImage image, int longest) throws IOException {
        if (Math.max(image.getWidth(), image.getHeight()) <= longest) return image;
        return Thumbnails.of(image).size(longest, longest).asBufferedImage();
    }

    /** In the colours of the web, with transparency only where something is transparent. */
    private static BufferedImage plain(BufferedImage image) {
        return drawn(image, isSeeThrough(image) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage onWhite(BufferedImage image) {
        return drawn(image, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(BufferedImage image, int kind) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), kind);
        Graphics2D pen = plain.createGraphics();
        try {
            if (kind == BufferedImage.TYPE_INT_RGB) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            }
            pen.drawImage(image, 0, 0, null);
        } finally {
            pen.dispose();
        }
        return plain;
    }

    private static boolean isSeeThrough(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) return false;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) if (pixel >>> 24 != OPAQUE) return true;
        }
        return false;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY_PERCENT / 100f);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
