package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Budget;
import app.tandem.study.StudyEdit;
import app.tandem.workbench.common.PageMemory;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.losses.ColumnLayout;
import app.tandem.workbench.losses.LossColumn;
import app.tandem.workbench.losses.LossOrder;
import app.tandem.workbench.losses.LossesModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the columns of the losses are arranged, and that it is remembered. */
class LossColumnsTest {

    private static final LossColumn DEPTH = LossColumn.task("depth_zbuffer");
    private static final LossColumn NORMALS = LossColumn.task("normal");

    private final StudyInMemory session = RoomsStudy.severalSettings();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final MemoryInMemory memory = new MemoryInMemory();

    private LossesModel open() {
        return open(session, memory);
    }

    private LossesModel open(StudyInMemory study, PageMemory remembered) {
        LossesModel model = new LossesModel(study, remembered, new Threads(Runnable::run, Runnable::run), faults::add);
        study.addListener(model::changed);
        model.changed(Change.LOSSES);
        return model;
    }

    private static List<LossColumn> columns(LossesModel model) {
        return model.places().stream().map(ColumnLayout.Place::column).toList();
    }

    private static ColumnLayout.Place place(LossesModel model, LossColumn column) {
        return model.places().stream()
                .filter(place -> place.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void orderWidthPinAndSortAreThereTheNextTime() {
        LossesModel model = open();
        List<LossColumn> columns = new ArrayList<>(columns(model));
        columns.remove(LossColumn.NETWORK);
        columns.remove(NORMALS);
        columns.add(0, NORMALS);
        model.orderColumns(columns);
        model.resizeColumn(DEPTH, OptionalDouble.of(87));
        model.pinColumn(DEPTH, true);
        model.showColumn(LossColumn.SUM, false);
        model.sort(LossOrder.by(NORMALS, false));

        LossesModel next = open();
        assertThat(next.places()).isEqualTo(model.places());
        assertThat(columns(next).subList(0, 3)).containsExactly(LossColumn.NETWORK, DEPTH, NORMALS);
        assertThat(place(next, DEPTH).width()).hasValue(87);
        assertThat(place(next, LossColumn.SUM).shown()).isFalse();
        assertThat(next.orderProperty().get()).isEqualTo(LossOrder.by(NORMALS, false));
        assertThat(next.rows().get(0).network()).isEqualTo(model.rows().get(0).network());
        assertThat(faults).isEmpty();
    }

    @Test
    void aColumnThatComesBackHasItsOldPlace() {
        LossesModel model = open();
        model.chooseSettings(Set.copyOf(model.facetsProperty().get().settings()));
        assertThat(columns(model)).startsWith(LossColumn.NETWORK, LossColumn.SETTING, LossColumn.ENCODER);
        List<LossColumn> columns = new ArrayList<>(columns(model));
        columns.remove(LossColumn.SETTING);
        columns.add(LossColumn.SETTING);
        model.orderColumns(columns);
        model.chooseSettings(Set.of("setting2"));
        assertThat(columns(model)).doesNotContain(LossColumn.SETTING);
        model.pinColumn(NORMALS, true);
        model.chooseSettings(Set.copyOf(model.facetsProperty().get().settings()));
        assertThat(columns(model)).endsWith(LossColumn.SUM, LossColumn.SETTING);
    }

    @Test
    void aTaskThatIsNewStandsBesideItsNeighbour() {
        ColumnLayout layout = new ColumnLayout(List.of(
                new ColumnLayout.Place(LossColumn.SUM, OptionalDouble.empty(), false, true),
                new ColumnLayout.Place(DEPTH, OptionalDouble.empty(), false, true)));
        assertThat(layout.of(List.of(LossColumn.NETWORK, DEPTH, NORMALS, LossColumn.SUM)))
                .extracting(ColumnLayout.Place::column)
                .containsExactly(LossColumn.NETWORK, LossColumn.SUM, DEPTH, NORMALS);
    }

    @Test
    void whatIsForgottenIsAsAtFirst() {
        LossesModel model = open();
        List<ColumnLayout.Place> first = model.places();
        model.pinColumn(DEPTH, true);
        model.resetColumns();
        assertThat(model.places()).isEqualTo(first);
        assertThat(open().places()).isEqualTo(first);
    }

    @Test
    void everyStudyHasAFileOfItsOwnAndNothingOfItIsInTheStudy(@TempDir Path folder) throws IOException {
        StudyMemory studies = new StudyMemory(folder);
        Path one = Path.of("a", "한글 study.tandem");
        Path other = Path.of("b", "한글 study.tandem");
        LossesModel model = open(session, studies.of(one, "losses"));
        model.pinColumn(NORMALS, true);
        assertThat(place(open(session, new StudyMemory(folder).of(one, "losses")), NORMALS)
                        .pinned())
                .isTrue();
        assertThat(place(open(session, new StudyMemory(folder).of(other, "losses")), NORMALS)
                        .pinned())
                .isFalse();
        assertThat(session.canUndo()).as("no edit of the study").isFalse();
        studies.of(one, "train").save(Map.of("split", "0.4"));
        assertThat(place(open(session, studies.of(one, "losses")), NORMALS).pinned())
                .as("another page's memory is another")
                .isTrue();
    }

    @Test
    void aDamagedMemoryIsForgotten(@TempDir Path folder) throws IOException {
        StudyMemory studies = new StudyMemory(folder);
        Path study = Path.of("rooms.tandem");
        studies.of(study, "losses").save(Map.of("columns", "network"));
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(
                    files.findFirst().orElseThrow(),
                    "losses.columns=task\\:,sum,,nonsense,sum\nlosses.width.sum=-4\nlosses.order=descending \nbad=\\u12",
                    StandardCharsets.UTF_8);
        }
        LossesModel model = open(session, studies.of(study, "losses"));
        assertThat(columns(model))
                .contains(LossColumn.NETWORK, DEPTH, LossColumn.SUM)
                .doesNotHaveDuplicates();
        assertThat(faults).isEmpty();
    }

    @Test
    void theStudiesLookedAtLongestAgoAreForgotten(@TempDir Path folder) throws IOException {
        StudyMemory studies = new StudyMemory(folder);
        for (int i = 0; i < StudyMemory.MOST; i++) {
            studies.of(Path.of("study" + i + ".tandem"), "losses").save(Map.of("order", "sum"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path oldest = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith("study7-"))
                    .findFirst()
                    .orElseThrow();
            Files.setLastModifiedTime(oldest, FileTime.fromMillis(0));
        }
        studies.of(Path.of("new.tandem"), "losses").save(Map.of("order", "sum"));
        assertThat(studies.of(Path.of("study7.tandem"), "losses").load()).isEmpty();
        assertThat(studies.of(Path.of("study8.tandem"), "losses").load()).containsEntry("order", "sum");
        assertThat(studies.of(Path.of("new.tandem"), "losses").load()).containsEntry("order", "sum");
    }

    @Test
    void anEditOfTheBoardReadsNoLossesAnew() {
        LossesModel model = open();
        List<?> before = model.rows();
        session.edit(new StudyEdit.SetBudget(Budget.parse("3")));
        assertThat(model.rows()).isSameAs(before);
    }
}
