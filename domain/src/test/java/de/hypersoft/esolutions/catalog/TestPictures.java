package de.hypersoft.esolutions.catalog;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as cameras, programs and attackers make them. */
public final class TestPictures {

    private TestPictures() {}

    /** Red on the left, blue on the right. */
    public static byte[] png(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** Line after line more of it, as the web likes it. */
    public static byte[] progressive(int width, int height) {
        return jpeg(new IIOImage(drawn(width, height, BufferedImage.TYPE_INT_RGB), null, null), true);
    }

    public static byte[] png(int width, int height, int kind) {
        return written(drawn(width, height, kind), "png");
    }

    /** Twice as many bits for each colour. */
    public static byte[] deep(int width, int height) {
        ComponentColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        BufferedImage image = new BufferedImage(deep, deep.createCompatibleWritableRaster(width, height), false, null);
        image.createGraphics().drawImage(drawn(width, height, BufferedImage.TYPE_INT_RGB), 0, 0, null);
        return written(image, "png");
    }

    /**
     * Red on the left, blue on the right, in the colours of printers.
     *
     * @param transform as Photoshop notes it: 0, or 2 for brightness and colours; -1 for no note, and ink as it is
     */
    public static byte[] printed(int width, int height, int transform) {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                inks.setPixel(x, y, inked(x < width / 2 ? 0 : 255, 255, x < width / 2 ? 255 : 0, transform));
        byte[] jpeg = jpeg(new IIOImage(inks, null, null), false);
        if (transform < 0) return jpeg;
        return bytes(out -> {
            out.write(jpeg, 0, 2);
            out.writeShort(0xFFEE);
            out.writeShort(14);
            out.writeBytes("Adobe");
            out.write(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    private static int[] inked(int cyan, int magenta, int yellow, int transform) {
        return switch (transform) {
            case 0 -> new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255};
            case 2 ->
                new int[] {
                    (int) (0.299 * cyan + 0.587 * magenta + 0.114 * yellow),
                    (int) (128 - 0.168736 * cyan - 0.331264 * magenta + 0.5 * yellow),
                    (int) (128 + 0.5 * cyan - 0.418688 * magenta - 0.081312 * yellow),
                    255
                };
            default -> new int[] {cyan, magenta, yellow, 0};
        };
    }

    private static byte[] jpeg(IIOImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        return bytes(out -> {
            try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                writer.setOutput(to);
                writer.write(null, image, param);
            } finally {
                writer.dispose();
            }
        });
    }

    /** Its middle shines through. */
    public static byte[] seeThrough(int width, int height) {
        BufferedImage image = drawn(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(width / 2, height / 2, 0x00FFFFFF);
        return written(image, "png");
    }

    public static byte[] webp() {
        try {
            return Files.readAllBytes(Path.of("../demo/images/101.webp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with a note of a camera: turned by {@code orientation} (1 to 8), and whatever else it says. */
    public static byte[] noted(byte[] jpeg, int orientation, String saying) {
        return bytes(out -> {
            byte[] said = saying.getBytes(StandardCharsets.US_ASCII);
            out.write(jpeg, 0, 2);
            out.writeShort(0xFFE1);
            out.writeShort(2 + 6 + 26 + said.length);
            out.writeBytes("Exif\0\0MM\0*");
            out.writeInt(8);
            out.writeShort(1);
            out.writeShort(0x0112);
            out.writeShort(3);
            out.writeInt(1);
            out.writeShort(orientation);
            out.writeShort(0);
            out.writeInt(0);
            out.write(said);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /** Puts a chunk behind the head of a PNG. */
    public static byte[] with(byte[] png, String chunk, byte[] content) {
        return bytes(out -> {
            out.write(png, 0, 33);
            chunk(out, chunk, content);
            out.write(png, 33, png.length - 33);
        });
    }

    /** A few bytes that claim to be so large. */
    public static byte[] claiming(int width, int height) {
        return bytes(out -> {
            out.write(png(1, 1), 0, 8);
            chunk(out, "IHDR", bytes(head -> {
                head.writeInt(width);
                head.writeInt(height);
                head.write(new byte[] {8, 2, 0, 0, 0});
            }));
            chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
            chunk(out, "IEND", new byte[0]);
        });
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, int kind) {
        BufferedImage image = new BufferedImage(width, height, kind);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        return bytes(out -> ImageIO.write(image, format, out));
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        out.writeInt(content.length);
        out.writeBytes(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
