package app.tandem.workbench.start;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.study.Study;
import app.tandem.workbench.RoomsStudy;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be opened, by whatever way it is chosen. */
class StartModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> opened = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final StartModel model = new StartModel(
            new Noting(), new Threads(Runnable::run, Runnable::run), List.of(), session -> {}, faults::add);

    private final class Noting implements StudyOpener {

        @Override
        public StudySession open(Path file) {
            opened.add("study " + file.getFileName());
            return RoomsStudy.untrained();
        }

        @Override
        public StudySession create(Path file, Study design) {
            opened.add("new " + file.getFileName());
            return RoomsStudy.untrained();
        }

        @Override
        public StudySession openLosses(Path file) {
            opened.add("losses " + file.getFileName());
            return RoomsStudy.ofLosses();
        }

        @Override
        public Set<Sample> begunSamples() {
            return Set.of(Sample.FASHION);
        }

        @Override
        public StudySession openSample(Sample sample) {
            opened.add("sample " + sample);
            return RoomsStudy.untrained();
        }
    }

    @Test
    void studiesAndLossesAreToldApartByTheirNames() {
        model.take(folder.resolve("rooms.tandem"));
        model.take(folder.resolve("losses.csv"));
        model.take(folder.resolve("LOSSES.CSV"));
        assertThat(opened).containsExactly("study rooms.tandem", "losses losses.csv", "losses LOSSES.CSV");
        assertThat(model.makingProperty().get()).isEmpty();
    }

    @Test
    void aFolderOrAFileOfADatasetBeginsANewStudy() {
        Path rooms = folder.resolve("rooms");
        new RoomsGenerator(7, 32).write(rooms, 8, Progress.NONE);
        for (Path place : List.of(rooms, rooms.resolve("splits.csv"))) {
            model.take(place);
            assertThat(model.makingProperty().get()).hasValueSatisfying(making -> {
                assertThat(making.place()).isEqualTo(place);
                assertThat(making.refusalProperty().get()).isEmpty();
            });
            model.leaveNewStudy();
        }
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNoneOfTheseIsToldWithAllThatWouldBe(Language language) throws IOException {
        model.take(Files.writeString(folder.resolve("notes.txt"), "milk, bread"));
        assertThat(model.makingProperty().get()).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> assertThat(
                        Messages.in(language).fault(fault))
                .contains("notes.txt", ".tandem", "CSV", "IDX")
                .doesNotContain(language == Language.KOREAN ? "Choose" : "고르세요"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theChooserOffersAllOfTheseAtFirstAndEachByItself(Language language) {
        DatasetChoosers choosers = new DatasetChoosers(
                () -> {
                    throw new IllegalStateException("no window is asked for");
                },
                Messages.in(language),
                model::take);
        assertThat(choosers.openable().get(0).getExtensions()).contains("*.tandem", "*.csv", "*-ubyte.gz", "*.png");
        assertThat(choosers.openable())
                .extracting(filter -> filter.getExtensions().get(0))
                .contains("*.tandem", "*.csv", "*-ubyte", "*");
    }

    @Test
    void theSamplesThatAreGoneOnWithAreLookedFor() {
        assertThat(model.begunProperty().get()).isEmpty();
        model.lookForSamples();
        assertThat(model.begunProperty().get()).containsExactly(StudyOpener.Sample.FASHION);
    }
}
