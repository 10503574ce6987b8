package app.tandem.data;

import app.tandem.data.rooms.RenderedRoom;
import app.tandem.data.rooms.RoomPhotographer;
import app.tandem.data.vision.DerivedLabels;
import app.tandem.data.vision.GreyImage;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Renders rooms and writes them as a dataset in Taskonomy's layout:
 * {@code <domain>/<building>/point_X_view_0_domain_<name>.png}.
 *
 * <p>Image {@code i} depends on the seed, {@code i} and the size alone, so a longer dataset begins with the shorter one.
 * Images go round six buildings at a time, twenty to each, before the next six are begun; of every six buildings the
 * third is for validation and the sixth for test, which {@code splits.csv} says in Taskonomy's own format.
 */
public final class RoomsGenerator {
    /** The file that says which building is in which split. */
    public static final String SPLITS = "splits.csv";

    private static final int BLOCK = 6;
    private static final int POINTS = 20;

    private final long seed;
    private final int size;
    private final PngWriter png = new PngWriter();

    /**
     * A generator of square images.
     *
     * @param size width and height in pixels, 16 to 1024
     * @throws UserException if the size is outside this range
     */
    public RoomsGenerator(long seed, int size) {
        if (size < 16 || size > 1024) {
            throw new UserException("Rooms of " + size + " pixels cannot be made", "", "Give a size from 16 to 1024");
        }
        this.seed = seed;
        this.size = size;
    }

    /** The name of the building that image {@code i} belongs to. */
    public static String building(int i) {
        return "house%03d".formatted(buildingNumber(i));
    }

    private static int buildingNumber(int i) {
        return i / (BLOCK * POINTS) * BLOCK + i % BLOCK;
    }

    private static int point(int i) {
        return i % (BLOCK * POINTS) / BLOCK;
    }

    /** Renders image {@code i} with its exact labels. */
    public RenderedRoom image(int i) {
        return RoomPhotographer.photograph(seed, buildingNumber(i), i, size);
    }

    /**
     * Writes the first {@code count} images and their labels, all of them or none: stopped in the middle, it leaves no
     * dataset, and the same folder can be given again.
     *
     * @param folder made if it is not there; it must be empty
     * @throws UserException if the folder holds something already, cannot be written, or the count is below 6
     */
    public void write(Path folder, int count, Progress progress) {
        if (count < BLOCK) {
            throw new UserException(
                    count + " rooms are too few", "", "Give at least " + BLOCK + ", so that every split has one");
        }
        try {
            requireEmpty(folder);
            try (UnfinishedFolder unfinished = UnfinishedFolder.in(folder)) {
                for (int i = 0; i < count; i++) {
                    write(unfinished.path(), i);
                    progress.at(i + 1, count);
                }
                Files.writeString(unfinished.path().resolve(SPLITS), splits(count), StandardCharsets.UTF_8);
                unfinished.finish(TaskonomyFolder.IMAGES);
            }
        } catch (IOException e) {
            throw new UserException(
                    "The rooms cannot be written",
                    folder.toString(),
                    "Check the folder's rights and the free space",
                    e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.anyMatch(path -> !path.endsWith(UnfinishedFolder.NAME))) {
                throw new UserException(
                        "The folder is not empty", folder.toString(), "Give a new folder; nothing was changed");
            }
        }
    }

    private void write(Path folder, int i) throws IOException {
        RenderedRoom room = image(i);
        byte[] rgb = room.rgb();
        GreyImage grey = GreyImage.ofRgb(rgb, size, size);
        write(folder, i, "rgb", png.rgb8(rgb, size, size));
        write(folder, i, "segment_semantic", png.grey8(room.semantic(), size, size));
        write(folder, i, "depth_zbuffer", png.grey16(room.depth(), size, size));
        write(folder, i, "normal", png.rgb8(room.normal(), size, size));
        write(folder, i, "keypoints2d", png.grey16(stored(DerivedLabels.keypoints(grey)), size, size));
        write(folder, i, "edge_texture", png.grey16(stored(DerivedLabels.textureEdges(grey)), size, size));
    }

    private static void write(Path folder, int i, String domain, byte[] content) throws IOException {
        String name = domain.equals("segment_semantic") ? "segmentsemantic" : domain;
        Path directory = folder.resolve(domain).resolve(building(i));
        if (point(i) == 0) {
            Files.createDirectories(directory);
        }
        Files.write(directory.resolve("point_" + point(i) + "_view_0_domain_" + name + ".png"), content);
    }

    /** 0…1 as 0…65535. */
    static short[] stored(GreyImage image) {
        float[] values = image.values();
        short[] stored = new short[values.length];
        for (int p = 0; p < values.length; p++) {
            stored[p] = (short) Math.round(values[p] * 65535);
        }
        return stored;
    }

    private static String splits(int count) {
        StringBuilder csv = new StringBuilder("id,train,val,test\n");
        int last = (count - 1) / (BLOCK * POINTS) * BLOCK + Math.min((count - 1) % (BLOCK * POINTS), BLOCK - 1);
        for (int building = 0; building <= last; building++) {
            String name = "house%03d".formatted(building);
            String flags =
                    switch (building % BLOCK) {
                        case 2 -> "0,1,0";
                        case 5 -> "0,0,1";
                        default -> "1,0,0";
                    };
            csv.append(name).append(',').append(flags).append('\n');
        }
        return csv.toString();
    }
}
