package app.tandem.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** An IDX pair of a few small photographs of noise. */
public final class SmallPairs {

    public static final int SIDE = 12;

    private SmallPairs() {}

    /** Writes {@code PREFIXimages-idx3-ubyte} and {@code PREFIXlabels-idx1-ubyte}; the first file is returned. */
    public static Path write(Path folder, String prefix, int photographs) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(5);
        ByteBuffer images = ByteBuffer.allocate(16 + photographs * SIDE * SIDE);
        images.putInt(0x803).putInt(photographs).putInt(SIDE).putInt(SIDE);
        while (images.hasRemaining()) {
            images.put((byte) random.nextInt(256));
        }
        ByteBuffer labels = ByteBuffer.allocate(8 + photographs);
        labels.putInt(0x801).putInt(photographs);
        for (int i = 0; i < photographs; i++) {
            labels.put((byte) (i % 10));
        }
        Files.write(folder.resolve(prefix + "labels-idx1-ubyte"), labels.array());
        return Files.write(folder.resolve(prefix + "images-idx3-ubyte"), images.array());
    }
}
