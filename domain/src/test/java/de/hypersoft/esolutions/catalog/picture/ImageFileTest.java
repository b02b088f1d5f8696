package de.hypersoft.esolutions.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestPictures;
import de.hypersoft.esolutions.kernel.Invalid;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {

    private static final int MOST = 6 * 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"4000,3000,1200,900", "300,6000,60,1200", "1200,400,1200,400", "7,5,7,5"})
    void what_a_camera_makes_is_stored_in_the_size_that_pages_show(int width, int height, int kept, int high) {
        for (byte[] sent : new byte[][] {TestPictures.png(width, height), TestPictures.jpeg(width, height)}) {
            BufferedImage stored = TestPictures.read(read(sent).content());

            assertThat(stored.getWidth()).isEqualTo(kept);
            assertThat(stored.getHeight()).isEqualTo(high);
        }
    }

    @Test
    void where_a_guest_lives_and_what_else_hides_in_a_picture_is_not_stored() {
        byte[] photograph = TestPictures.noted(TestPictures.jpeg(200, 100), 1, "at 52.520008, 13.404954");
        byte[] drawing = TestPictures.with(
                TestPictures.png(200, 100), "tEXt", "Comment\0<script>x</script>".getBytes(StandardCharsets.US_ASCII));

        assertThat(text(photograph)).contains("52.520008");
        assertThat(text(read(photograph).content())).doesNotContain("52.520008", "Exif");
        assertThat(text(read(drawing).content())).doesNotContain("<script>", "tEXt");
        byte[] trailed = Arrays.copyOf(drawing, drawing.length + 100);
        assertThat(read(trailed).content()).isEqualTo(read(drawing).content());
    }

    @ParameterizedTest
    @CsvSource({"1,200,100", "3,200,100", "6,100,200", "8,100,200"})
    void a_photograph_that_was_taken_on_edge_stands_upright(int orientation, int width, int height) {
        BufferedImage stored = TestPictures.read(read(TestPictures.noted(TestPictures.jpeg(200, 100), orientation, ""))
                .content());

        assertThat(stored.getWidth()).isEqualTo(width);
        assertThat(stored.getHeight()).isEqualTo(height);
        boolean redFirst = (stored.getRGB(width / 8, height / 8) & 0xFF0000) > 0x800000;
        assertThat(redFirst).isEqualTo(orientation == 1 || orientation == 6);
    }

    @Test
    void a_drawing_keeps_what_shines_through_and_a_webp_is_read() {
        ArticleImages.Picture logo = read(TestPictures.seeThrough(400, 300));
        ArticleImages.Picture dish = read(TestPictures.webp());

        assertThat(logo.mediaType()).isEqualTo("image/png");
        assertThat(TestPictures.read(logo.content()).getColorModel().hasAlpha()).isTrue();
        assertThat(dish.mediaType()).isEqualTo("image/jpeg");
        assertThat(TestPictures.read(dish.content()).getWidth()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void a_picture_in_the_colours_of_printers_is_shown_in_those_of_the_web(int transform) {
        redThenBlue(TestPictures.printed(400, 200, transform), 400);
        redThenBlue(TestPictures.printed(4_000, 1_000, transform), 1_200);
        redThenBlue(TestPictures.noted(TestPictures.printed(400, 200, transform), 1, "at home"), 400);
    }

    @Test
    void however_programs_save_it_the_colours_are_the_same() {
        redThenBlue(TestPictures.progressive(400, 200), 400);
        redThenBlue(TestPictures.deep(400, 200), 400);
        redThenBlue(TestPictures.png(400, 200, BufferedImage.TYPE_BYTE_INDEXED), 400);
        redThenBlue(TestPictures.png(400, 200, BufferedImage.TYPE_INT_ARGB), 400);
        assertThat(TestPictures.read(read(TestPictures.png(400, 200, BufferedImage.TYPE_BYTE_GRAY))
                                .content())
                        .getWidth())
                .isEqualTo(400);
    }

    private static void redThenBlue(byte[] sent, int width) {
        BufferedImage stored = TestPictures.read(read(sent).content());
        assertThat(stored.getWidth()).isEqualTo(width);
        Color left = new Color(stored.getRGB(width / 4, stored.getHeight() / 2));
        Color right = new Color(stored.getRGB(width * 3 / 4, stored.getHeight() / 2));
        assertThat(left.getRed()).isGreaterThan(225);
        assertThat(left.getBlue() + left.getGreen()).isLessThan(60);
        assertThat(right.getBlue()).isGreaterThan(225);
        assertThat(right.getRed() + right.getGreen()).isLessThan(60);
    }

    @Test
    void what_is_no_picture_is_refused_in_words() {
        refused("unknown-image-type", new byte[0]);
        refused("unknown-image-type", "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1));
        refused("unknown-image-type", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII));
        refused("damaged-image", "\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        refused("damaged-image", "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void the_same_picture_is_the_same_when_it_comes_again() {
        assertThat(read(TestPictures.jpeg(300, 200)).etag())
                .isEqualTo(read(TestPictures.jpeg(300, 200)).etag());
        assertThat(read(TestPictures.jpeg(300, 200)).etag())
                .isNotEqualTo(read(TestPictures.jpeg(300, 201)).etag());
    }

    @ParameterizedTest
    @CsvSource({"5001,5000", "30000,30000", "2147483647,2147483647", "1,25000001"})
    void a_few_bytes_that_claim_to_be_a_huge_picture_are_refused_by_their_head(int width, int height) {
        refused("too-many-pixels", TestPictures.claiming(width, height));
    }

    @Test
    void a_picture_that_moves_is_refused() {
        refused("animated-image", TestPictures.with(TestPictures.png(10, 10), "acTL", new byte[8]));
        byte[] moving = "RIFF\26\0\0\0WEBPVP8X\n\0\0\0\2\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        refused("animated-image", moving);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void half_a_picture_is_refused_and_not_shown_with_a_grey_rest(double part) {
        for (byte[] whole : new byte[][] {
            TestPictures.jpeg(800, 600),
            TestPictures.noted(TestPictures.jpeg(800, 600), 6, ""),
            TestPictures.webp(),
            TestPictures.png(800, 600)
        }) refused("damaged-image", Arrays.copyOf(whole, (int) (whole.length * part)));
    }

    @Test
    void a_file_that_lies_about_itself_is_refused_in_words_and_breaks_nothing() {
        byte[] whole = TestPictures.jpeg(300, 200);
        int lies = 0;
        for (int at = 20; at < 620; at += 7) {
            byte[] broken = whole.clone();
            broken[at] ^= (byte) 0xFF;
            try {
                read(broken);
            } catch (Invalid refused) {
                assertThat(refused.code()).isIn("damaged-image", "too-many-pixels");
                lies++;
            }
        }
        assertThat(lies).as("files that were seen to lie").isPositive();
        refused("damaged-image", "RIFF\f\0\0\0WEBPVP8 \0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        refused("damaged-image", Arrays.copyOf(TestPictures.png(3, 3), 20));
        refused("damaged-image", TestPictures.claiming(0, 0));
    }

    private static ArticleImages.Picture read(byte[] sent) {
        return ImageFile.read(sent, MOST, 1_200);
    }

    private static void refused(String code, byte[] sent) {
        assertThatThrownBy(() -> read(sent)).isInstanceOfSatisfying(Invalid.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
