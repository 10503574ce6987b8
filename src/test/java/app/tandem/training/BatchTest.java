package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void thePartsOfASplitHoldEachImageOnce() {
        assertThat(Batch.part(10, 0, 3)).isEqualTo(Batch.range(0, 3));
        assertThat(Batch.part(10, 1, 3)).isEqualTo(Batch.range(3, 6));
        assertThat(Batch.part(10, 2, 3)).isEqualTo(Batch.range(6, 10));
    }

    @Test
    void aSplitOfMillionsOfImagesIsPartedToo() {
        int count = 4_000_000;
        int parts = count / 32;

        assertThat(Batch.part(count, parts - 1, parts)).isEqualTo(Batch.range(count - 32, count));
    }
}
