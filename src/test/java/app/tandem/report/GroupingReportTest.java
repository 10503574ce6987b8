package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingReportTest {

    private static final Frontier FRONTIER = Samples.frontier();
    private static final GroupingReport REPORT =
            GroupingReport.of(Samples.published(), Samples.names(Samples.TASKS), Words.ENGLISH);

    @Test
    void theNetworksOfAGroupingAreLetteredAsTheyAreDrawn() {
        assertThat(CsvTable.format(REPORT.networks(FRONTIER.require(Budget.parse("2.5")))))
                .isEqualTo(
                        """
                network,encoder,cost,serves,auxiliary
                A,1,1,segment_semantic+depth_zbuffer,normal
                B,1,1,keypoints2d+edge_texture,normal
                C,1/2,0.5,normal,
                """);
    }

    @Test
    void everyTaskNamesItsServer() {
        assertThat(MarkdownTable.format(REPORT.tasks(FRONTIER.require(Budget.parse("2.5")))))
                .contains("| Surface normals | C | 0.0897 | 0.0893 |")
                .contains("| Sum |  | 0.4508 | 0.4461 |")
                .contains("Selected on validation, reported on test.");
    }

    @Test
    void weightedSumsSaySo() {
        GroupingReport weighted = new GroupingReport(
                FRONTIER.taskIds(), List.of(1.0, 2.0, 1.0, 1.0, 0.5), Samples.names(Samples.TASKS), Words.ENGLISH);
        String note = "The sum is weighted: 1.0 × Semantic segmentation + 2.0 × Depth + 1.0 × Surface normals"
                + " + 1.0 × 2-D keypoints + 0.5 × Texture edges.";

        assertThat(weighted.tasks(FRONTIER.require(Budget.parse("2.5"))).notes())
                .contains(note);
        assertThat(weighted.frontier(FRONTIER).notes()).contains(note);
        assertThat(REPORT.frontier(FRONTIER).notes()).noneMatch(each -> each.contains("weighted"));
    }

    @Test
    void costsInCsvAreReadBackExactly() {
        Network third = Network.of(TaskSet.of(0), EncoderSize.parse("1/3"));
        LossTable table = LossTable.builder("s", List.of("a"), List.of(1.0))
                .add(third, 0, Measure.VALIDATION, 0, 0.5)
                .build();
        Frontier frontier = GroupingSolver.frontier(table, SearchOptions.COVER);

        String csv = CsvTable.format(
                GroupingReport.of(table, List.of("A"), Words.ENGLISH).frontier(frontier));

        String budget = csv.lines().skip(1).findFirst().orElseThrow().split(",", -1)[0];
        assertThat(frontier.at(Budget.parse(budget))).isPresent();
    }

    @Test
    void theFrontierHasOneRowPerChange() {
        Table table = REPORT.frontier(FRONTIER);
        assertThat(table.rows()).hasSameSizeAs(FRONTIER.points());
        assertThat(TextTable.format(table)).contains("   2.5    2.5      0.4508  0.4461  SDN · NKT · ½ N");
        assertThat(CsvTable.format(table))
                .contains("2.5,2.5,0.45076,0.44612,normal@1/2 segment_semantic+depth_zbuffer+normal@1 "
                        + "normal+keypoints2d+edge_texture@1");
    }
}
