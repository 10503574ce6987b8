package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.LossTableCsv;
import app.tandem.run.RunFolder;
import app.tandem.store.StudyFile;
import app.tandem.training.Devices;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Work that may wait, done where it may not: each of these must be noticed, or the guard of all other tests is none. */
@OnDisplay
class WindowThreadTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
    }

    @BeforeAll
    static void makeAStudy() {
        StudyFile.create(folder.resolve("rooms.tandem"), RoomsStudy.study()).close();
    }

    private record Work(String name, Callable<?> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Work> work() {
        return List.of(
                new Work("SQL", () -> StudyFile.openReadOnly(folder.resolve("rooms.tandem"))),
                new Work("a CSV file", () -> LossTableCsv.read(Path.of("sample-data/standley2020/losses.csv"))),
                new Work("a run's files", () -> new RunFolder(folder).result()),
                new Work("the engine", Devices::gpuCount),
                new Work("the window's choices", () -> new WindowChoicesFile(folder.resolve("window.properties"))
                        .load(Locale.ENGLISH)));
    }

    @ParameterizedTest
    @MethodSource("work")
    void isNoticedOnTheWindowsThread(Work forbidden) {
        assertThatThrownBy(() -> WaitForAsyncUtils.waitForAsyncFx(60_000, forbidden.work()))
                .hasRootCauseInstanceOf(AssertionError.class);
        WaitForAsyncUtils.clearExceptions();
    }
}
