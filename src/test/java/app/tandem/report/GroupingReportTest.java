package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.grouping.Frontier;
import app.tandem.study.Budget;
import org.junit.jupiter.api.Test;

class GroupingReportTest {

    private static final Frontier FRONTIER = Samples.frontier();
    private static final GroupingReport REPORT =
            new GroupingReport(FRONTIER.taskIds(), Samples.names(Samples.TASKS), Words.ENGLISH);

    @Test
    void theNetworksOfAGroupingAreLetteredAsTheyAreDrawn() {
        assertThat(CsvTable.format(REPORT.networks(FRONTIER.require(Budget.parse("2.5")))))
                .isEqualTo(
                        """
                network,encoder,cost,serves,auxiliary
                A,1,1.0,segment_semantic+depth_zbuffer,normal
                B,1,1.0,keypoints2d+edge_texture,normal
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
    void theFrontierHasOneRowPerChange() {
        Table table = REPORT.frontier(FRONTIER);
        assertThat(table.rows()).hasSameSizeAs(FRONTIER.points());
        assertThat(TextTable.format(table)).contains("   2.5    2.5      0.4508  0.4461  SDN · NKT · ½ N");
        assertThat(CsvTable.format(table))
                .contains("2.5,2.5,0.45076,0.44612,normal@1/2 segment_semantic+depth_zbuffer+normal@1 "
                        + "normal+keypoints2d+edge_texture@1");
    }
}
