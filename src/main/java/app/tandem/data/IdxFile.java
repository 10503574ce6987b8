package app.tandem.data;

import app.tandem.study.UserException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A file in the IDX format of unsigned bytes, as MNIST and its relatives use it: two zero bytes, 8 (unsigned byte), the
 * number of dimensions, each dimension as a big-endian int, the bytes. Compressed with gzip or not, which the first bytes
 * tell.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 8;
    private static final int MOST_DIMENSIONS = 8;

    private final int[] shape;
    private final byte[] values;

    private IdxFile(int[] shape, byte[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** @throws UserException if it cannot be read, is of another type, or does not hold what its head promises */
    static IdxFile read(Path file) {
        byte[] bytes;
        try (InputStream in = open(file)) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UserException(
                    "The file cannot be read", file.toString(), "Check that it is there and not cut off", e);
        }
        return parse(bytes, file.toString());
    }

    static IdxFile parse(byte[] bytes, String where) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || in.getShort() != 0) {
            throw new UserException("It is not an IDX file", where, "Give an IDX file of unsigned bytes");
        }
        int type = in.get();
        int dimensions = in.get();
        if (type != UNSIGNED_BYTE || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new UserException(
                    "The IDX file is of type " + type + " with " + dimensions + " dimensions",
                    where,
                    "Give one of unsigned bytes");
        }
        if (in.remaining() < dimensions * Integer.BYTES) {
            throw new UserException("The IDX file is cut off in its head", where, "Replace it");
        }
        int[] shape = new int[dimensions];
        long promised = 1;
        for (int i = 0; i < dimensions; i++) {
            shape[i] = in.getInt();
            promised = shape[i] < 0 || promised > Integer.MAX_VALUE ? Long.MAX_VALUE : promised * shape[i];
        }
        if (promised != in.remaining()) {
            throw new UserException(
                    "The IDX file holds " + in.remaining() + " values where its head promises "
                            + Arrays.toString(shape),
                    where,
                    "Replace it");
        }
        return new IdxFile(shape, Arrays.copyOfRange(bytes, in.position(), bytes.length));
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in) : in;
    }

    int dimensions() {
        return shape.length;
    }

    int size(int dimension) {
        return shape[dimension];
    }

    /** The value at an index of the flattened array, 0…255. */
    int at(int index) {
        return values[index] & 255;
    }
}
