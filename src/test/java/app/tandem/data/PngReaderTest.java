package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PngReaderTest {
    private static final int[] TYPES = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_BINARY
    };

    @Property(tries = 100)
    void itReadsWhatTheJdkWrites(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(max = 4) int type,
            @ForAll long seed)
            throws IOException {
        BufferedImage image = new BufferedImage(width, height, TYPES[type]);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);

        PngReader.Pixels pixels = PngReader.read(file.toByteArray());

        Raster expected = image.getRaster();
        Decoded values = pixels.values();
        assertThat(values.width()).isEqualTo(width);
        assertThat(values.height()).isEqualTo(height);
        for (int i = 0; i < values.values().length; i++) {
            int pixel = i / values.channels();
            assertThat(values.values()[i])
                    .isEqualTo(expected.getSample(pixel % width, pixel / width, i % values.channels()));
        }
    }

    @Property(tries = 50)
    void theJdkReadsWhatWeWrite(
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        short[] grey = new short[width * height];
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (short) random.nextInt();
        }
        random.nextBytes(rgb);
        PngWriter writer = new PngWriter();

        Raster greys = ImageIO.read(new ByteArrayInputStream(writer.grey16(grey, width, height)))
                .getRaster();
        Raster colours = ImageIO.read(new ByteArrayInputStream(writer.rgb8(rgb, width, height)))
                .getRaster();

        for (int i = 0; i < grey.length; i++) {
            assertThat(greys.getSample(i % width, i / width, 0)).isEqualTo(grey[i] & 0xffff);
            for (int c = 0; c < 3; c++) {
                assertThat(colours.getSample(i % width, i / width, c)).isEqualTo(rgb[3 * i + c] & 255);
            }
        }
    }
}
