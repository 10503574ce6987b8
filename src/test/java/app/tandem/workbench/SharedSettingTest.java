package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.Overview;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting is chosen once, and not on every page again. */
class SharedSettingTest {

    private final List<RuntimeException> faults = new ArrayList<>();
    private final StudyInMemory session = RoomsStudy.severalSettings();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private OpenStudy open() {
        OpenStudy study = new OpenStudy(
                session,
                session.study(),
                new StudyMemory(folder),
                folder.resolve("report"),
                new Threads(Runnable::run, Runnable::run),
                faults::add);
        study.grouping().glancedAt(this, true);
        return study;
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(faults).isEmpty();
    }

    private static List<String> shown(OpenStudy study) {
        return List.of(
                study.losses().relations().relationsProperty().get().setting(),
                study.grouping()
                        .stateProperty()
                        .get()
                        .overview()
                        .map(Overview::setting)
                        .orElse(""),
                study.report().settingsProperty().get().shown());
    }

    @Test
    void theSettingThatIsChosenOnOnePageIsThatOfTheOthers() {
        OpenStudy study = open();
        study.losses().chooseSettings(Set.of("setting2"));
        assertThat(shown(study)).containsOnly("setting2");
        study.grouping().chooseSetting("setting3");
        assertThat(shown(study)).containsOnly("setting3");
        assertThat(study.losses().settingsProperty().get()).containsExactly("setting3");
        study.report().chooseSetting("setting1");
        assertThat(shown(study)).containsOnly("setting1");
        assertThat(study.losses().settingsProperty().get()).containsExactly("setting1");
    }

    @Test
    void aTableThatComparesSettingsGoesOnToAndTheMatrixBesideItShowsTheOneThatIsChosen() {
        OpenStudy study = open();
        Set<String> all = Set.of("setting1", "setting2", "setting3");
        study.losses().chooseSettings(all);
        study.grouping().chooseSetting("setting3");
        assertThat(study.losses().settingsProperty().get()).isEqualTo(all);
        assertThat(shown(study)).containsOnly("setting3");
        study.losses().chooseSetting("setting2");
        assertThat(study.losses().settingsProperty().get()).isEqualTo(all);
        assertThat(shown(study)).containsOnly("setting2");
    }
}
