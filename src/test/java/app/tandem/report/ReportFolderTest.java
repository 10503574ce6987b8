package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.LossTableCsv;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private static ReportFolder report(String budget) {
        return new ReportFolder(
                LossTableReport.of(Samples.published(), Samples.names(Samples.TASKS), Words.ENGLISH),
                Samples.frontier(),
                Budget.parse(budget));
    }

    @TempDir
    Path temporary;

    @Test
    void everythingIsWrittenInOneGo() throws IOException {
        Path folder = temporary.resolve("report");
        List<Path> written = report("2.5").write(folder);
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .contains(
                        "losses.csv",
                        "loss-table.tex",
                        "loss-table.md",
                        "frontier.csv",
                        "grouping.csv",
                        "grouping.svg",
                        "grouping.pdf",
                        "grouping.png",
                        "budget-curve.svg",
                        "budget-curve.pdf",
                        "budget-curve.png");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(LossTableCsv.read(folder.resolve("losses.csv")).get(0).contentHash())
                .isEqualTo(Samples.published().contentHash());
    }

    @Test
    void onlyFilesOfOurNamesAreReplaced() throws IOException {
        Files.writeString(temporary.resolve("notes.txt"), "mine");
        report("2.5").write(temporary);
        report("0.5").write(temporary);
        assertThat(temporary.resolve("notes.txt")).hasContent("mine");
        assertThat(Files.readString(temporary.resolve("grouping.svg"))).contains("No grouping is known that 0.5 SNT");
        assertThat(temporary.resolve("grouping.csv")).hasContent("network");
    }

    @Test
    void aFileInPlaceOfTheFolderIsLeftAlone() throws IOException {
        Path file = Files.writeString(temporary.resolve("report"), "mine");
        assertThatThrownBy(() -> report("2.5").write(file)).isInstanceOf(UserException.class);
        assertThat(file).hasContent("mine");
    }
}
