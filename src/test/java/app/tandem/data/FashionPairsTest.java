package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Split;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionPairsTest {

    @Test
    void theShippedPhotographsBecomePairs(@TempDir Path folder) {
        Samples.Sample sample = Samples.fashion();

        DatasetCache cache =
                DatasetCache.prepare(sample.reference(), sample.tasks(), sample.inputSize(), folder, Progress.NONE);

        assertThat(cache.count(Split.TRAIN)).isEqualTo(1200);
        assertThat(cache.count(Split.VALIDATION)).isEqualTo(240);
        assertThat(cache.count(Split.TEST)).isEqualTo(240);
        assertThat(Arrays.stream(cache.statistics("left_class").classCounts()).sum())
                .isEqualTo(1200);
        assertThat(Arrays.stream(cache.statistics("right_class").classCounts())
                        .min()
                        .orElseThrow())
                .isGreaterThan(60);
        ByteBuffer images = cache.images(Split.TEST);
        ByteBuffer reconstruction = cache.labels(Split.TEST, "reconstruction");
        for (int p = 0; p < 48 * 48; p++) {
            assertThat(reconstruction.getFloat(4 * p)).isEqualTo((images.get(3 * p) & 255) / 255f);
        }
    }
}
