package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Cost;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingScoreTest {

    private static final LossTable SETTING_1 = PublishedLosses.setting("setting1");

    private static Grouping.Member member(String network, int... trainOnly) {
        return new Grouping.Member(Network.parse(network, PublishedLosses.TASKS), TaskSet.of(trainOnly));
    }

    @Test
    void thePublishedSelectionScoresAsPublished() {
        Grouping grouping = new Grouping(
                "figure 1",
                List.of(
                        member("normal+keypoints2d+edge_texture"),
                        member("segment_semantic+depth_zbuffer+normal"),
                        member("normal@1/2")));

        GroupingScore score = GroupingScore.of(SETTING_1, grouping, SearchOptions.COVER);

        Selection selection = score.selection().orElseThrow();
        assertThat(selection.validationLoss()).isEqualTo(0.45076);
        assertThat(selection.testLoss()).hasValue(0.44612);
        assertThat(score.cost()).isEqualTo(new Cost(Fraction.of(5, 2)));
        assertThat(selection.networks().stream().map(Served::serves))
                .containsExactly(TaskSet.of(3, 4), TaskSet.of(0, 1), TaskSet.of(2));
        assertThat(selection.server(2).network().encoder()).isEqualTo(EncoderSize.HALF);
        assertThat(selection.networks().get(0).auxiliary()).isEqualTo(TaskSet.of(2));
    }

    @Test
    void aTrainOnlyTaskIsServedElsewhere() {
        Grouping grouping = new Grouping(
                "normals elsewhere",
                List.of(
                        member("normal+keypoints2d+edge_texture"),
                        member("segment_semantic+depth_zbuffer+normal"),
                        member("normal@1/2", 2)));

        GroupingScore score = GroupingScore.of(SETTING_1, grouping, SearchOptions.COVER);

        assertThat(score.networks().get(2).serves()).isEqualTo(TaskSet.EMPTY);
        assertThat(score.selection().orElseThrow().server(2).network())
                .isNotEqualTo(member("normal@1/2").network());
        assertThat(score.unserved()).isEqualTo(TaskSet.EMPTY);
    }

    @Test
    void whatIsMissingIsNamed() {
        Grouping grouping =
                new Grouping("incomplete", List.of(member("normal@1/3"), member("depth_zbuffer"), member("normal")));

        GroupingScore score = GroupingScore.of(SETTING_1, grouping, SearchOptions.COVER);

        assertThat(score.selection()).isEmpty();
        assertThat(score.unserved()).isEqualTo(TaskSet.of(0, 3, 4));
        assertThat(score.unmeasured()).containsExactly(member("normal@1/3").network());
        assertThat(score.networks().get(2).serves()).isEqualTo(TaskSet.of(2));
    }

    @Test
    void aTestLossFarAboveTheValidationLossesIsNotCutOff() {
        Network both = Network.of(TaskSet.of(0, 1), EncoderSize.FULL);
        LossTable table = LossTable.builder("only", List.of("a", "b"), List.of(1.0, 3.0))
                .add(both, 1, Measure.VALIDATION, 0, 1e-4)
                .add(both, 1, Measure.VALIDATION, 1, 1e-4)
                .add(both, 1, Measure.TEST, 0, 12.5)
                .add(both, 1, Measure.TEST, 1, 1e7)
                .build();

        Selection selection = GroupingScore.of(
                        table,
                        new Grouping("both", List.of(new Grouping.Member(both, TaskSet.EMPTY))),
                        SearchOptions.COVER)
                .selection()
                .orElseThrow();

        assertThat(selection.testLoss()).hasValue(30_000_012.5);
    }

    @Test
    void theTestLossIsEmptyIfOneOfThemIsMissing() {
        Network both = Network.of(TaskSet.of(0, 1), EncoderSize.FULL);
        LossTable table = LossTable.builder("only", List.of("a", "b"), List.of(1.0, 3.0))
                .add(both, 1, Measure.VALIDATION, 0, 0.1)
                .add(both, 1, Measure.VALIDATION, 1, 0.2)
                .add(both, 1, Measure.TEST, 0, 0.3)
                .build();

        Selection selection = GroupingScore.of(
                        table,
                        new Grouping("both", List.of(new Grouping.Member(both, TaskSet.EMPTY))),
                        SearchOptions.COVER)
                .selection()
                .orElseThrow();

        assertThat(selection.validationLoss()).isCloseTo(0.7, within(1e-12));
        assertThat(selection.testLoss()).isEmpty();
        assertThat(selection.tasks().get(0).testLoss()).hasValue(0.3);
        assertThat(selection.tasks().get(1).testLoss()).isEmpty();
    }
}
