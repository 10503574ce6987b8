package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Study;
import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be done from every page, without a window. */
class ShellActionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<String> asked = new ArrayList<>();

    private WorkbenchModel model() {
        StudyOpener opener = new StudyOpener() {
            @Override
            public StudySession open(Path file) {
                return session;
            }

            @Override
            public StudySession create(Path file, Study design) {
                return session;
            }

            @Override
            public StudySession openLosses(Path file) {
                return session;
            }

            @Override
            public Set<Sample> begunSamples() {
                return Set.of();
            }

            @Override
            public StudySession openSample(Sample sample) {
                return session;
            }
        };
        return new WorkbenchModel(
                opener,
                new Threads(Runnable::run, Runnable::run),
                new WindowChoices(ColorTheme.LIGHT, Language.ENGLISH, List.of(), WindowLayout.FIRST),
                choices -> {},
                new StudyMemory(folder),
                fault -> {
                    throw fault;
                });
    }

    private ShellActions actions(WorkbenchModel model, Language language) {
        return new ShellActions(model, Messages.in(language), new Asked());
    }

    private static Action action(ShellActions actions, String id) {
        return actions.all().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTwoActionsShareAnIdAShortcutOrWords(Language language) {
        WorkbenchModel model = model();
        model.show(session);
        List<Action> all = actions(model, language).all();

        assertThat(all).extracting(Action::id).doesNotHaveDuplicates();
        assertThat(all).extracting(Action::text).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(all).flatExtracting(Action::keys).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    }

    @Test
    void withoutAStudyThereIsNothingToUndoOrToGoTo() {
        WorkbenchModel model = model();
        assertThat(actions(model, Language.ENGLISH).all())
                .extracting(Action::id)
                .contains("shell.open", "shell.theme", "shell.find")
                .doesNotContain("shell.undo", "shell.go1", "shell.close");
    }

    @Test
    void undoFollowsWhatCanBeUndone() {
        WorkbenchModel model = model();
        model.show(session);
        Action undo = action(actions(model, Language.ENGLISH), "shell.undo");
        assertThat(undo.isEnabled()).isFalse();

        model.studyProperty().get().orElseThrow().board().create("mine");
        assertThat(undo.isEnabled()).isTrue();
        undo.perform();
        assertThat(undo.isEnabled()).isFalse();
    }

    @Test
    void whatCannotBeDoneNowIsNotDoneByItsShortcutEither() {
        WorkbenchModel model = model();
        model.show(session);
        int before = session.study().groupings().size();
        action(actions(model, Language.ENGLISH), "shell.undo").perform();
        assertThat(session.study().groupings()).hasSize(before);
    }

    @Test
    void aStudyThatTrainsCanBeLetGoOfOnceTheWindowHasAsked() {
        WorkbenchModel model = model();
        model.show(session);
        assertThat(model.studyProperty().get().orElseThrow().isTraining()).isTrue();
        ShellActions actions = actions(model, Language.ENGLISH);
        List.of("new", "open", "close")
                .forEach(name -> action(actions, "shell." + name).perform());
        assertThat(asked).containsExactly("new", "open", "close");
    }

    @Test
    void theThemeIsNamedByWhatItWillBe() {
        WorkbenchModel model = model();
        Action theme = action(actions(model, Language.ENGLISH), "shell.theme");
        assertThat(theme.text()).isEqualTo("Dark theme");
        theme.perform();
        assertThat(theme.text()).isEqualTo("Light theme");
    }

    @Test
    void whatTheWindowDoesIsAskedOfIt() {
        ShellActions actions = actions(model(), Language.ENGLISH);
        List.of("find", "keys", "open", "fullScreen", "quit")
                .forEach(name -> action(actions, "shell." + name).perform());
        assertThat(asked).containsExactly("find", "keys", "open", "full screen", "quit");
    }

    private final class Asked implements ShellActions.Doer {

        @Override
        public void findAction() {
            asked.add("find");
        }

        @Override
        public void showKeys() {
            asked.add("keys");
        }

        @Override
        public void newStudy() {
            asked.add("new");
        }

        @Override
        public void locateDataset() {
            asked.add("locate");
        }

        @Override
        public void changeDesign() {
            asked.add("design");
        }

        @Override
        public void chooseWorkers() {
            asked.add("workers");
        }

        @Override
        public void openStudy() {
            asked.add("open");
        }

        @Override
        public void closeStudy() {
            asked.add("close");
        }

        @Override
        public void switchFullScreen() {
            asked.add("full screen");
        }

        @Override
        public void quit() {
            asked.add("quit");
        }
    }
}
