package app.tandem.workbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Example.Picture;
import app.tandem.study.LossFunction;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabelPictureTest {

    private static final Picture IMAGE = new Picture(2, 1, 3, 255, 0, 0, 0, 0, 255);

    @Test
    void depthGoesFromBlueToRedAndMissingValuesAreGrey() {
        Picture depth = new Picture(3, 1, 1, 1, Float.NaN, 5);
        int[] argb = LabelPicture.of(task("depth_zbuffer", new TaskKind.RegressionMap(1)), depth, IMAGE)
                .argb();
        assertThat(blue(argb[0])).isGreaterThan(red(argb[0]));
        assertThat(red(argb[2])).isGreaterThan(blue(argb[2]));
        assertThat(red(argb[1])).isBetween(blue(argb[1]) - 16, blue(argb[1]) + 16);
    }

    @Test
    void edgesAreInkOnPaperAndKeypointsSparksInTheDark() {
        Picture values = new Picture(2, 1, 1, 0, 9);
        int[] edges = LabelPicture.of(task("edge_texture", new TaskKind.RegressionMap(1)), values, IMAGE)
                .argb();
        int[] sparks = LabelPicture.of(task("keypoints2d", new TaskKind.RegressionMap(1)), values, IMAGE)
                .argb();
        assertThat(red(edges[0])).isGreaterThan(red(edges[1]));
        assertThat(red(sparks[0])).isLessThan(red(sparks[1]));
    }

    @Test
    void normalsAreDirectionsInColour() {
        Picture towardsTheCamera = new Picture(1, 1, 3, 0, 0, 1);
        assertThat(LabelPicture.of(task("normal", new TaskKind.NormalMap()), towardsTheCamera, IMAGE)
                        .argb())
                .containsExactly(0xFF8080FF);
    }

    @Test
    void classesDifferAndTheIgnoredOneIsGrey() {
        Picture classes = new Picture(3, 1, 1, 0, 1, 2);
        Task task =
                new Task("segment", "Segments", new TaskKind.Segmentation(3, 0), LossFunction.CROSS_ENTROPY, 1, true);
        int[] argb = LabelPicture.of(task, classes, IMAGE).argb();
        assertThat(Arrays.stream(argb).distinct()).hasSize(3);
        assertThat(argb[0]).isEqualTo(0xFF9AA0A6);
    }

    @Test
    void aLabelForTheWholeImageIsShownByTheImage() {
        Task task = new Task("left", "Left", new TaskKind.Classification(10), LossFunction.CROSS_ENTROPY, 1, false);
        assertThat(LabelPicture.of(task, new Picture(1, 1, 1, 7), IMAGE).argb())
                .containsExactly(0xFFFF0000, 0xFF0000FF);
    }

    @Test
    void aConstantMapIsDrawnToo() {
        Picture flat = new Picture(2, 1, 1, 3, 3);
        assertThat(LabelPicture.of(task("depth", new TaskKind.RegressionMap(1)), flat, IMAGE)
                        .argb())
                .hasSize(2);
        Picture nothing = new Picture(1, 1, 1, Float.NaN);
        assertThat(LabelPicture.of(task("depth", new TaskKind.RegressionMap(1)), nothing, IMAGE)
                        .argb())
                .containsExactly(0xFF9AA0A6);
    }

    private static Task task(String id, TaskKind kind) {
        return new Task(id, id, kind, LossFunction.L1, 1, true);
    }

    private static int red(int argb) {
        return argb >> 16 & 255;
    }

    private static int blue(int argb) {
        return argb & 255;
    }
}
