package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.UserException;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTableCsvTest {
    @TempDir
    private Path folder;

    @Test
    void thePublishedLossesAreThreeTablesOfThirtySixNetworks() throws URISyntaxException {
        Path published = Path.of(Objects.requireNonNull(getClass().getResource("/standley2020/losses.csv"))
                .toURI());

        List<LossTable> tables = LossTableCsv.read(published);

        assertThat(tables).extracting(LossTable::setting).containsExactly("setting1", "setting2", "setting3");
        assertThat(tables).allSatisfy(table -> assertThat(table.networks()).hasSize(36));
        assertThat(tables.get(0).cell(0, 0, Measure.VALIDATION).mean()).isEqualTo(0.08021);
    }

    @Test
    void theValidationSplitMayBeWrittenInFull() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "setting,tasks,encoder,split,task,loss\ns,a,1,validation,a,0.5\n");

        assertThat(LossTableCsv.read(file).get(0).cell(0, 0, Measure.VALIDATION).mean())
                .isEqualTo(0.5);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                """
                setting,tasks,encoder,split,task,loss,seed
                s,a+b,1,val,a,0.5,0
                s,a+b,1,val,a,0.25,1
                s,a+b,1,test,b,0.125,0
                s,a,1/2,val,a,1,0
                """);
        List<LossTable> tables = LossTableCsv.read(file);
        StringWriter written = new StringWriter();

        LossTableCsv.write(tables, written);
        Files.writeString(file, written.toString());

        assertThat(LossTableCsv.read(file).get(0).contentHash())
                .isEqualTo(tables.get(0).contentHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s,a,1,val,a,much | much",
                "s,a,1,val,a,-0.5 | -0.5",
                "s,a,1,val,a,NaN | NaN",
                "s,a,1,val,a,Infinity | Infinity",
                "s,a,1,val,a | loss",
                "s,a,1,dev,a,0.5 | dev",
                "s,a,1,val,b,0.5 | ‘b’",
                "s,a,big,val,a,0.5 | big",
                "s,a,1,val,a,0.25 | twice"
            })
    void aWrongLineIsNamed(String line, String named) throws IOException {
        Path file = Files.writeString(
                folder.resolve("losses.csv"), "setting,tasks,encoder,split,task,loss\ns,a,1,val,a,0.5\n" + line + "\n");

        assertThatThrownBy(() -> LossTableCsv.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("losses.csv")
                .hasMessageContaining("3")
                .hasMessageContaining(named);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("losses.csv"), "setting,tasks,encoder,split,task\ns,a,1,val,a\n");

        assertThatThrownBy(() -> LossTableCsv.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("loss");
    }
}
