package app.tandem.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG files to their stored numbers: no gamma, no colour conversion.
 *
 * <p>The checksum of every chunk is verified, which the JDK's reader does not do, so that a flipped byte is a damaged
 * file and not a wrong label. Plain files of 8 or 16 bits are decoded here, some times faster than by the JDK; all others
 * (interlaced, palettes of few bits) by the JDK.
 */
final class PngReader {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int PALETTE = 3;
    private static final int LARGEST = 1 << 14;

    private PngReader() {}

    /**
     * Stored numbers: 1 channel for grey and palette indices, 3 for colour; opacity is dropped.
     *
     * @param values 0 to 2^bits − 1
     * @param palette whether the numbers are places in a palette
     */
    record Pixels(Decoded values, int bits, boolean palette) {}

    /** @throws IOException saying in a few words what is wrong, if it is not a whole PNG file */
    static Pixels read(byte[] file) throws IOException {
        Head head = verify(file);
        return head.isPlain() ? decode(file, head) : readByJdk(file);
    }

    /** What the first chunk says, and how long the packed pixels are. */
    private record Head(int width, int height, int bits, int colourType, boolean interlaced, int packed) {

        boolean isPlain() {
            return !interlaced && (bits == 8 || bits == 16);
        }

        int samples() {
            return switch (colourType) {
                case 2 -> 3;
                case 4 -> 2;
                case 6 -> 4;
                default -> 1;
            };
        }
    }

    private static Head verify(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.remaining() < Long.BYTES || in.getLong() != SIGNATURE) {
            throw new IOException("it is not a PNG file");
        }
        int packed = 0;
        for (boolean first = true; ; first = false) {
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
            if (in.getInt() != (int) crc.getValue() || (first && (type != IHDR || length != 13))) {
                throw new IOException("its content is damaged");
            }
            packed += type == IDAT ? length : 0;
            if (type == IEND) {
                return head(ByteBuffer.wrap(file, 16, 13), packed);
            }
        }
    }

    private static Head head(ByteBuffer in, int packed) throws IOException {
        int width = in.getInt();
        int height = in.getInt();
        int bits = in.get();
        int colourType = in.get();
        in.getShort();
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IOException("its size of " + width + "×" + height + " pixels is out of range");
        }
        return new Head(width, height, bits, colourType, in.get() != 0, packed);
    }

    private static Pixels decode(byte[] file, Head head) throws IOException {
        int step = head.samples() * head.bits() / 8;
        int stride = head.width() * step;
        byte[] rows = unpacked(file, head, (stride + 1) * head.height());
        for (int y = 0; y < head.height(); y++) {
            unfilter(rows, y * (stride + 1), stride, step, y == 0);
        }
        int channels = head.samples() >= 3 ? 3 : 1;
        float[] values = new float[head.width() * head.height() * channels];
        int to = 0;
        for (int y = 0; y < head.height(); y++) {
            int row = y * (stride + 1) + 1;
            for (int x = 0; x < head.width(); x++) {
                for (int c = 0; c < channels; c++) {
                    int at = row + x * step + c * head.bits() / 8;
                    values[to++] = head.bits() == 8 ? rows[at] & 255 : (rows[at] & 255) << 8 | (rows[at + 1] & 255);
                }
            }
        }
        return new Pixels(
                new Decoded(head.width(), head.height(), channels, values), head.bits(), head.colourType() == PALETTE);
    }

    private static byte[] unpacked(byte[] file, Head head, int length) throws IOException {
        byte[] packed = new byte[head.packed()];
        int at = 0;
        ByteBuffer in = ByteBuffer.wrap(file).position(Long.BYTES);
        for (int type = IHDR; type != IEND; ) {
            int chunk = in.getInt();
            type = in.getInt();
            if (type == IDAT) {
                in.get(packed, at, chunk);
                at += chunk;
            } else {
                in.position(in.position() + chunk);
            }
            in.getInt();
        }
        byte[] rows = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int got = 0;
            while (got < length) {
                int more = inflater.inflate(rows, got, length - got);
                if (more == 0) {
                    throw new IOException("its content is cut off");
                }
                got += more;
            }
            return rows;
        } catch (DataFormatException e) {
            throw new IOException("its content cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    /** Undoes a row's filter in place (RFC 2083, section 6); {@code at} is the row's filter byte. */
    private static void unfilter(byte[] rows, int at, int stride, int step, boolean first) throws IOException {
        int filter = rows[at];
        if (filter < 0 || filter > 4) {
            throw new IOException("its content is damaged");
        }
        for (int i = 0; filter != 0 && i < stride; i++) {
            int here = at + 1 + i;
            int left = i < step ? 0 : rows[here - step] & 255;
            int up = first ? 0 : rows[here - stride - 1] & 255;
            int corner = first || i < step ? 0 : rows[here - stride - 1 - step] & 255;
            int predicted =
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        default -> paeth(left, up, corner);
                    };
            rows[here] += (byte) predicted;
        }
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static Pixels readByJdk(byte[] file) throws IOException {
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
        return new Pixels(new Decoded(width, height, channels, values), bits, palette);
    }
}
