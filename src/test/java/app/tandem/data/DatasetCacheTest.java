package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.tandem.data.rooms.RenderedRoom;
import app.tandem.study.Split;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCacheTest {
    private static final int PIXELS = SmallDataset.SIZE * SmallDataset.SIZE;

    @TempDir
    private Path temporary;

    private SmallDataset data;
    private Path folder;

    @BeforeEach
    void makeRooms() {
        data = SmallDataset.in(temporary.resolve("rooms"));
        folder = temporary.resolve("cache");
    }

    @Test
    void whatIsMappedIsWhatTheFilesHold() {
        DatasetCache cache = DatasetCache.open(data.prepare(folder).file());
        RenderedRoom first = new RoomsGenerator(7, SmallDataset.SIZE).image(0);

        assertThat(cache.count(Split.TRAIN)).isEqualTo(8);
        assertThat(cache.names(Split.TRAIN).get(0)).isEqualTo("house000/point_0_view_0");
        byte[] image = new byte[3 * PIXELS];
        cache.images(Split.TRAIN).get(0, image);
        assertThat(image).isEqualTo(first.rgb());
        byte[] classes = new byte[PIXELS];
        cache.labels(Split.TRAIN, "segment_semantic").get(0, classes);
        assertThat(classes).isEqualTo(first.semantic());
        ByteBuffer depth = cache.labels(Split.TRAIN, "depth_zbuffer");
        ByteBuffer normal = cache.labels(Split.TRAIN, "normal");
        assertThat(normal.remaining()).isEqualTo(8 * PIXELS * 3 * Float.BYTES);
        for (int p = 0; p < PIXELS; p++) {
            int stored = first.depth()[p] & 0xffff;
            if (stored == RenderedRoom.MISSING_DEPTH) {
                assertThat(depth.getFloat(4 * p)).isNaN();
                assertThat(normal.getFloat(12 * p)).isNaN();
            } else {
                assertThat(depth.getFloat(4 * p)).isEqualTo(stored / 512f);
                assertThat(length(normal, p)).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void itIsDecodedOnce() throws IOException {
        Path file = data.prepare(folder).file();
        Object written = Files.getLastModifiedTime(file);

        assertThat(data.prepare(folder).file()).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        DatasetCache cache = data.prepare(folder);
        byte[] whole = Files.readAllBytes(cache.file());
        for (int at : new int[] {0, 9, 20, 500, whole.length / 2, whole.length - 20}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(cache.file(), damaged);
            assertThat(data.prepare(folder).hash()).isEqualTo(cache.hash());
            assertThat(Files.readAllBytes(cache.file())).as("byte " + at).isEqualTo(whole);
        }
        Files.write(cache.file(), Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> DatasetCache.open(cache.file()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(cache.file().toString())
                .hasMessageContaining("made anew");
        assertThat(data.prepare(folder).hash()).isEqualTo(cache.hash());
    }

    @Test
    void severalMayPrepareItAtOnce() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            List<Future<String>> hashes = executor.invokeAll(List.of(
                    () -> data.prepare(folder).hash(),
                    () -> data.prepare(folder).hash(),
                    () -> data.prepare(folder).hash()));
            assertThat(hashes.get(1).get()).isEqualTo(hashes.get(0).get());
            assertThat(hashes.get(2).get()).isEqualTo(hashes.get(0).get());
        } finally {
            executor.shutdownNow();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void aChangedFileGivesAnotherCache() throws IOException {
        DatasetCache before = data.prepare(folder);
        Files.write(data.file("rgb"), new PngWriter().rgb8(new byte[3 * PIXELS], 16, 16));

        DatasetCache after = data.prepare(folder);

        assertThat(after.file()).isNotEqualTo(before.file());
        assertThat(after.hash()).isNotEqualTo(before.hash());
    }

    @Test
    void statisticsAreThoseOfTheTrainingSplitWithoutMissingValues() {
        DatasetCache cache = data.prepare(folder);
        ByteBuffer depth = cache.labels(Split.TRAIN, "depth_zbuffer");
        double[] values = new double[depth.remaining() / Float.BYTES];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            float value = depth.getFloat(4 * i);
            if (!Float.isNaN(value)) {
                values[n++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance =
                Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / n;

        TargetStatistics statistics = cache.statistics("depth_zbuffer");

        assertThat(statistics.present()).isEqualTo(n);
        assertThat(statistics.mean()[0]).isCloseTo(mean, within(1e-9));
        assertThat(statistics.sd()[0]).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(statistics.median()[0]).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
        assertThat(Arrays.stream(cache.statistics("segment_semantic").classCounts())
                        .sum())
                .isLessThanOrEqualTo(8 * PIXELS);
    }

    @Test
    void largerImagesAreScaledDown() {
        DatasetCache small =
                DatasetCache.prepare(data.reference(), SmallDataset.tasks().subList(0, 2), 8, folder, Progress.NONE);
        byte[] full = new RoomsGenerator(7, SmallDataset.SIZE).image(0).rgb();
        int sum = (full[0] & 255) + (full[3] & 255) + (full[48] & 255) + (full[51] & 255);

        assertThat(small.images(Split.TRAIN).get(0) & 255).isEqualTo(Math.round(sum / 4f));
        assertThat(small.labels(Split.TRAIN, "segment_semantic").remaining()).isEqualTo(8 * 64);
    }

    private static double length(ByteBuffer normal, int pixel) {
        double x = normal.getFloat(12 * pixel);
        double y = normal.getFloat(12 * pixel + 4);
        double z = normal.getFloat(12 * pixel + 8);
        return Math.sqrt(x * x + y * y + z * z);
    }
}
