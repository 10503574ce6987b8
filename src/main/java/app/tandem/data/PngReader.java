package app.tandem.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG files to their stored numbers: no gamma, no colour conversion.
 *
 * <p>The checksum of every chunk is verified, which the JDK's reader does not do, so that a flipped byte is a damaged
 * file and not a wrong label.
 */
final class PngReader {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454e44;

    private PngReader() {}

    /**
     * The pixels of a file: 1 channel for grey and palette indices, 3 for colour; opacity is dropped.
     *
     * @throws IOException saying in a few words what is wrong, if it is not a whole PNG file
     */
    static Pixels read(byte[] file) throws IOException {
        verify(file);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return pixels(reader.read(0));
        } catch (RuntimeException e) {
            throw new IOException("its content cannot be decoded", e);
        } finally {
            reader.dispose();
        }
    }

    /** Stored numbers, 0 to 2^bits − 1. */
    record Pixels(Decoded values, int bits) {}

    private static Pixels pixels(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int channels = bands >= 3 ? 3 : 1;
        int[] row = new int[width * bands];
        float[] values = new float[width * height * channels];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    values[(y * width + x) * channels + c] = row[x * bands + c];
                }
            }
        }
        boolean palette = image.getColorModel() instanceof IndexColorModel;
        int bits = palette ? 8 : raster.getSampleModel().getSampleSize(0);
        return new Pixels(new Decoded(width, height, channels, values), bits);
    }

    private static void verify(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.remaining() < Long.BYTES || in.getLong() != SIGNATURE) {
            throw new IOException("it is not a PNG file");
        }
        boolean first = true;
        while (true) {
            if (in.remaining() < 12) {
                throw new IOException("it is cut off");
            }
            int length = in.getInt();
            int start = in.position();
            int type = in.getInt();
            if (length < 0 || length > in.remaining() - Integer.BYTES) {
                throw new IOException("it is cut off");
            }
            CRC32 crc = new CRC32();
            crc.update(file, start, Integer.BYTES + length);
            in.position(start + Integer.BYTES + length);
            if (in.getInt() != (int) crc.getValue() || (first && type != IHDR)) {
                throw new IOException("its content is damaged");
            }
            first = false;
            if (type == IEND) {
                return;
            }
        }
    }
}
