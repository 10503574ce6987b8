package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LossTableReportTest {

    private static LossTable small() {
        LossTable.Builder losses = LossTable.builder("small", List.of("depth", "normal"), List.of(1.0, 2.0));
        for (int seed = 1; seed <= 2; seed++) {
            double more = 0.01 * seed;
            losses.add(Samples.half(0), seed, Measure.TEST, 0, 0.50 + more);
            losses.add(Samples.half(1), seed, Measure.TEST, 1, 0.30 + more);
            losses.add(Samples.full(0, 1), seed, Measure.TEST, 0, 0.40 + more);
            losses.add(Samples.full(0, 1), seed, Measure.TEST, 1, 0.35 + more);
        }
        losses.network(Samples.full(1));
        return losses.build();
    }

    private static LossTableReport report() {
        return LossTableReport.of(small(), List.of("Depth", "Surface normals"), Words.ENGLISH)
                .withConstants(List.of(OptionalDouble.of(0.9), OptionalDouble.of(0.2)))
                .withEpochs(Map.of(Samples.half(0), List.of(7, 9), Samples.half(1), List.of(8, 8)));
    }

    @Test
    void aTerminalShowsNetworksTasksAndTheBestConstant() {
        assertThat(TextTable.format(report().table()))
                .isEqualTo(
                        """
                Test loss of each network and task, setting small

                Network        Encoder  Epoch            Depth  Surface normals     Sum
                ─────────────  ───────  ─────  ───────────────  ───────────────  ──────
                D                  1/2    7–9  0.5150  ±0.0071                   0.5150
                S                  1/2      8                   0.3150* ±0.0071  0.6300
                DS                   1         0.4150* ±0.0071  0.3650  ±0.0071  1.1450
                S                    1
                ─────────────  ───────  ─────  ───────────────  ───────────────  ──────
                Best constant                  0.9000           0.2000           1.3000

                Tasks: D Depth, S Surface normals.
                The best network of each task is marked.
                Mean ± standard deviation over seeds.
                The sum is weighted: 1.0 × Depth + 2.0 × Surface normals.
                Losses are those of the epoch named, where the network's weighted validation loss was lowest.
                Best constant: the one prediction that minimises the loss on the training images.
                Not better than the best constant with a half-size network of its own: Surface normals.
                """);
    }

    @Test
    void aCsvNamesNetworksInFull() {
        assertThat(CsvTable.format(report().table()).lines().toList())
                .contains(
                        "network,encoder,epoch,depth,depth_sd,depth_n,normal,normal_sd,normal_n,sum",
                        "depth+normal,1,,0.41500000000000004,0.007071067811865481,2,0.365,"
                                + "0.007071067811865481,2,1.145",
                        "normal,1,,,,,,,,");
    }

    @Test
    void tasksThatBeatTheConstantAreNotFootnoted() {
        assertThat(report().weakTasks().stream()).containsExactly(1);
        assertThat(report().withConstants(List.of()).weakTasks().isEmpty()).isTrue();
    }

    @Test
    void withoutTestLossesTheCaptionSaysValidation() {
        LossTable losses = LossTable.builder("v", List.of("depth"), List.of(1.0))
                .add(Samples.half(0), 1, Measure.VALIDATION, 0, 0.5)
                .build();
        assertThat(LossTableReport.of(losses, List.of("Depth"), Words.ENGLISH)
                        .table()
                        .title())
                .startsWith("Validation loss");
    }

    @Test
    void thePublishedTableMarksThePublishedBest() {
        Table table = LossTableReport.of(Samples.published(), Samples.names(Samples.TASKS), Words.ENGLISH)
                .table();
        assertThat(table.rows()).hasSize(36);
        assertThat(MarkdownTable.format(table)).contains("| N | 1 |  |  | **0.0856** |  |  | 0.0856 |");
    }
}
