package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchModelTest {

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final List<WindowChoices> saved = new ArrayList<>();
    private final WorkbenchModel model = model(Path.of("target", "remembered"));

    private WorkbenchModel model(Path remembered) {
        return new WorkbenchModel(
                new OneStudy(),
                new Threads(Runnable::run, Runnable::run),
                new WindowChoices(ColorTheme.LIGHT, Language.ENGLISH, List.of(), WindowLayout.FIRST),
                saved::add,
                new StudyMemory(remembered),
                faults::add);
    }

    private final class OneStudy implements StudyOpener {
        @Override
        public StudySession open(Path file) {
            if (!file.toString().endsWith("rooms.tandem")) {
                throw new UserException("This is no study", file.toString(), "Open a .tandem file");
            }
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
    }

    @Test
    void anOpenedStudyIsShownAndRemembered() {
        model.start().open(session.file());
        assertThat(model.studyProperty().get())
                .hasValueSatisfying(
                        study -> assertThat(study.nameProperty().get()).isEqualTo("rooms, five tasks"));
        assertThat(model.start().recent()).containsExactly(session.file().toAbsolutePath());
        assertThat(saved).isNotEmpty();
    }

    @Test
    void samplesAndLossesAreAmongTheRecentStudiesLikeAnyOther() {
        model.start().openSample(StudyOpener.Sample.ROOMS, "Rooms");
        assertThat(model.start().recent()).containsExactly(session.file().toAbsolutePath());

        model.start().recent().clear();
        model.take(Path.of("losses.csv"));
        assertThat(model.start().recent()).containsExactly(session.file().toAbsolutePath());
    }

    @Test
    void aFileThatCannotBeOpenedIsToldAndTheStudyStaysOpen(@TempDir Path folder) throws IOException {
        model.start().open(session.file());
        model.take(Files.writeString(folder.resolve("notes.txt"), "milk, bread"));
        assertThat(faults).singleElement().isInstanceOf(UserException.class);
        assertThat(model.studyProperty().get()).isPresent();
        assertThat(session.isClosed()).isFalse();
    }

    @Test
    void aStudyThatWasNeverOpenedBeginsOnTheBoardAndThenWhereItWasLeft(@TempDir Path folder) {
        WorkbenchModel first = model(folder);
        first.pageProperty().set(Page.REPORT);
        first.start().open(session.file());
        assertThat(first.pageProperty().get()).isEqualTo(Page.BOARD);

        first.pageProperty().set(Page.LOSSES);
        first.close();
        first.pageProperty().set(Page.REPORT);
        WorkbenchModel later = model(folder);
        later.start().open(session.file());
        assertThat(later.pageProperty().get()).isEqualTo(Page.LOSSES);
    }

    @Test
    void whatIsNoStudyIsToldAndTheStartPageStays() {
        model.start().open(Path.of("holiday.png"));
        assertThat(faults).singleElement().isInstanceOf(UserException.class);
        assertThat(model.studyProperty().get()).isEmpty();
        assertThat(model.start().openingProperty().get()).isEmpty();
        assertThat(model.start().recent()).isEmpty();
    }

    @Test
    void closingAStudyLetsGoOfIt() {
        model.start().openSample(StudyOpener.Sample.ROOMS, "Rooms");
        model.close();
        assertThat(session.isClosed()).isTrue();
        assertThat(model.studyProperty().get()).isEmpty();
    }

    @Test
    void aStudyThatCannotBeShownIsClosedAgain() {
        session.whileItIsRead(() -> {
            throw new UserException("The disk is gone", "rooms.tandem", "Plug it in");
        });
        model.start().open(Path.of("rooms.tandem"));
        assertThat(faults).singleElement().isInstanceOf(UserException.class);
        assertThat(model.studyProperty().get()).isEmpty();
        assertThat(session.isClosed()).isTrue();
    }

    @Test
    void undoAndRedoFollowTheStudy() {
        model.show(session);
        OpenStudy study = model.studyProperty().get().orElseThrow();
        assertThat(study.canUndoProperty().get()).isFalse();
        study.grouping().typeBudget("3");
        assertThat(study.canUndoProperty().get()).isTrue();
        study.undo();
        assertThat(study.canUndoProperty().get()).isFalse();
        assertThat(study.canRedoProperty().get()).isTrue();
    }

    /** Its work in the background waits until the test runs it. */
    private OpenStudy opened(Deque<Runnable> later) {
        return new OpenStudy(
                session,
                session.study(),
                new StudyMemory(Path.of("target", "remembered")),
                session.reportFolder(),
                new Threads(later::add, Runnable::run),
                faults::add);
    }

    @Test
    void closingWaitsForTheEditsThatAreUnderWay() {
        Deque<Runnable> later = new ArrayDeque<>();
        OpenStudy study = opened(later);
        study.grouping().typeBudget("3");
        study.board().create("Last");
        study.close();
        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertThat(session.study().budget().toString()).isEqualTo("3");
        assertThat(session.study().grouping("Last").members()).isEmpty();
        assertThat(session.isClosed()).isTrue();
        assertThat(session.editsAfterClosing()).isZero();
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsStillBeingReadWhenAStudyIsClosedIsNoFault() {
        Deque<Runnable> later = new ArrayDeque<>();
        session.refuseOnceClosed();
        OpenStudy study = opened(later);
        study.close();
        while (!later.isEmpty()) {
            later.removeLast().run();
        }
        assertThat(session.isClosed()).isTrue();
        assertThat(faults).isEmpty();
    }

    @Test
    void choicesOutliveTheWindow(@TempDir Path folder) throws IOException {
        Path study = Files.createFile(folder.resolve("한글 study.tandem"));
        WindowChoicesFile file = new WindowChoicesFile(folder.resolve("config").resolve("window.properties"));
        WindowLayout layout = new WindowLayout(
                1234.5, 777, true, Optional.of(new WindowLayout.Place(-40, 7)), Map.of("train", 380.0));
        WindowChoices choices = new WindowChoices(ColorTheme.DARK, Language.KOREAN, List.of(), layout).opened(study);
        file.save(choices);
        assertThat(file.load(Locale.ENGLISH)).isEqualTo(choices);
    }

    @Test
    void aLayoutThatCannotBeReadIsTheFirstOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, "window.width=wide\nwindow.height=-3\nside.train=NaN\n");
        assertThat(new WindowChoicesFile(file).load(Locale.ENGLISH).layout()).isEqualTo(WindowLayout.FIRST);
    }

    @Test
    void howTheWindowIsArrangedIsRememberedBesideTheRest() {
        model.arrange(model.layout().withSide("train", 333));
        model.switchTheme();
        WindowChoices last = saved.get(saved.size() - 1);
        assertThat(last.layout()).isEqualTo(WindowLayout.FIRST.withSide("train", 333));
        assertThat(last.theme()).isEqualTo(ColorTheme.DARK);
    }

    @Test
    void theWindowFitsTheScreenThatIsThere() {
        WindowLayout large = WindowLayout.FIRST.withSize(3000, 300);
        assertThat(large.on(1920, 1080)).isEqualTo(WindowLayout.FIRST.withSize(1920, WindowLayout.MIN_HEIGHT));
        assertThat(large.on(800, 600)).isEqualTo(WindowLayout.FIRST.withSize(800, 600));
    }

    @Test
    void theFirstTimeTheLanguageIsTheMachines(@TempDir Path folder) {
        WindowChoicesFile file = new WindowChoicesFile(folder.resolve("none.properties"));
        assertThat(file.load(Locale.KOREA).language()).isEqualTo(Language.KOREAN);
        assertThat(file.load(Locale.FRANCE).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void withoutADisplayLinuxShowsNoWindow() {
        assertThat(Workbench.displayAvailable("Linux", Map.of())).isFalse();
        assertThat(Workbench.displayAvailable("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Workbench.displayAvailable("Windows 11", Map.of())).isTrue();
        assertThat(Workbench.displayAvailable("Mac OS X", Map.of())).isTrue();
    }
}
