package de.hypersoft.esolutions.catalog.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import de.hypersoft.esolutions.kernel.Invalid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Makes pixels of a file, never many more than will be kept: its head is read first, and large ones are read coarsely. */
final class PictureDecoder {

    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PictureDecoder() {}

    /**
     * Upright, in a size from that of the file down to about twice the longest side wanted.
     *
     * @throws Invalid {@code too-many-pixels}, {@code damaged-image}
     */
    static BufferedImage decode(byte[] content, String type, int longest) throws IOException {
        ImageReader reader = readerOf(type);
        InputStream bytes = new TimedImageInput(new ByteArrayInputStream(content), PATIENCE);
        try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(in, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            int coarse = Math.max(1, Math.max(width, height) / (2 * longest));
            param.setSourceSubsampling(coarse, coarse, 0, 0);
            PrinterColours printed = type.equals("image/jpeg") ? PrinterColours.of(content) : null;
            BufferedImage image = printed == null ? reader.read(0, param) : printed.shown(reader.readRaster(0, param));
            if (image == null) throw ImageFile.damaged();
            return type.equals("image/jpeg") ? upright(image, orientation(content)) : image;
        } catch (Invalid refused) {
            throw refused;
        } catch (RuntimeException broken) { // what readers throw when a file lies about itself
            throw ImageFile.damaged();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader readerOf(String type) throws IOException {
        if (type.equals("image/webp")) return new WebPImageReaderSpi().createReaderInstance(null);
        return ImageIO.getImageReadersByMIMEType(type).next();
    }

    private static void check(int width, int height) {
        if ((long) width * height > ImageFile.MOST_PIXELS)
            throw new Invalid(
                    "too-many-pixels",
                    "a picture has at most 25 megapixels, this one is " + width + " by " + height,
                    "content",
                    Map.of("width", width, "height", height));
    }

    /** As the camera noted it, in a segment before the pixels; Java's own way to it gives up at the first oddity. */
    private static Orientation orientation(byte[] jpeg) {
        ByteBuffer segments = ByteBuffer.wrap(jpeg);
        for (int at = 2; at + 4 < jpeg.length && (segments.getShort(at) & 0xFFFF) != SCAN; ) {
            int length = segments.getShort(at + 2) & 0xFFFF;
            boolean exif = jpeg[at + 4] == 'E';
            if ((segments.getShort(at) & 0xFFFF) == APP1 && exif && at + 2 + length <= jpeg.length)
                return noted(Arrays.copyOfRange(jpeg, at + 4, at + 2 + length));
            at += 2 + length;
        }
        return Orientation.TOP_LEFT;
    }

    private static Orientation noted(byte[] exif) {
        try {
            Orientation known = ExifUtils.getOrientationFromExif(exif);
            return known == null ? Orientation.TOP_LEFT : known;
        } catch (RuntimeException unreadable) { // a note that cannot be read turns nothing
            return Orientation.TOP_LEFT;
        }
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        return orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }
}
