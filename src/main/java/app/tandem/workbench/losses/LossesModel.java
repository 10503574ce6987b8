package app.tandem.workbench.losses;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.PageMemory;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Threads;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The network × task table: its settings, split, filter and order, its rows, and how its columns are arranged. Lives on the
 * JavaFX thread; holds no controls.
 */
public final class LossesModel {

    /** What a cell prints. */
    public enum Shown {
        LOSS,
        GAIN
    }

    /**
     * What the rows are of.
     *
     * @param measured how many networks have a loss on the chosen split
     * @param networks of the chosen settings
     * @param shown how many of them pass the filter
     */
    public record Count(int measured, int networks, int shown) {}

    private record Asked(LossQuestion question, boolean ordered) {}

    private final LossSource source;
    private final Latest<LossAnswer> answers;
    private final Latest<LossLook> memories;
    private volatile Asked asked = new Asked(LossQuestion.FIRST, false);
    private volatile LossLook look = LossLook.DEFAULT;
    private final RelationsModel relations;
    private boolean arranged;

    private final ObservableList<TaskMark> marks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<LossRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<LossFacets> facets = new ReadOnlyObjectWrapper<>(LossFacets.NONE);
    private final ReadOnlyObjectWrapper<Set<String>> settings = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Measure> measure = new ReadOnlyObjectWrapper<>(Measure.TEST);
    private final ReadOnlyObjectWrapper<Baseline> baseline = new ReadOnlyObjectWrapper<>(Baseline.HALF);
    private final ReadOnlyObjectWrapper<LossFilter> filter = new ReadOnlyObjectWrapper<>(LossFilter.NONE);
    private final ReadOnlyObjectWrapper<LossOrder> order = new ReadOnlyObjectWrapper<>(LossOrder.POOL);
    private final ReadOnlyObjectWrapper<ColumnLayout> layout = new ReadOnlyObjectWrapper<>(ColumnLayout.NONE);
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(new Count(0, 0, 0));
    private final ReadOnlyStringWrapper chosenSetting = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.LOSS);

    /** @param memory keeps how the columns are arranged, from one time to the next */
    public LossesModel(StudySession session, PageMemory memory, Threads threads, Consumer<RuntimeException> fail) {
        this.source = new LossSource(session, memory);
        this.answers = new Latest<>(threads, this::answer, this::show, fail);
        this.memories = new Latest<>(threads, this::remember, saved -> {}, fail);
        this.relations = new RelationsModel(session, this, threads, fail);
    }

    /** Brings the table up to date where a change concerns it; from any thread. */
    public void changed(Change change) {
        if (source.changed(change)) {
            answers.request();
        }
        relations.changed(change);
    }

    private LossAnswer answer() {
        Asked now = asked;
        return source.answer(now.question(), now.ordered());
    }

    private void show(LossAnswer answer) {
        if (!arranged) {
            arranged = true;
            look = answer.look();
            layout.set(look.layout());
        }
        if (!asked.ordered()) {
            asked = new Asked(asked.question().withOrder(answer.look().order()), true);
            order.set(answer.look().order());
        }
        if (!marks.equals(answer.marks())) {
            rows.set(List.of());
            marks.setAll(answer.marks());
        }
        facets.set(answer.facets());
        settings.set(answer.settings());
        rows.set(answer.rows());
        count.set(answer.count());
    }

    public void chooseSettings(Set<String> names) {
        ask(question -> question.withSettings(names));
        if (names.size() == 1) {
            chooseSetting(names.iterator().next());
        }
    }

    /** Shows this setting wherever one is shown: beside the table, and in it unless it compares several. */
    public void chooseSetting(String name) {
        if (asked.question().settings().size() <= 1) {
            ask(question -> question.withSettings(Set.of(name)));
        }
        relations.chooseSetting(name);
        chosenSetting.set(name);
    }

    /** The setting that was chosen last; empty before. */
    public ReadOnlyStringProperty chosenSettingProperty() {
        return chosenSetting.getReadOnlyProperty();
    }

    public void chooseMeasure(Measure split) {
        ask(question -> question.withMeasure(split));
        measure.set(split);
    }

    public void chooseBaseline(Baseline other) {
        ask(question -> question.withBaseline(other));
        baseline.set(other);
    }

    public void filter(LossFilter other) {
        ask(question -> question.withFilter(other));
        filter.set(other);
    }

    public void sort(LossOrder by) {
        if (by.equals(order.get())) {
            return;
        }
        asked = new Asked(asked.question(), true);
        ask(question -> question.withOrder(by));
        order.set(by);
        look = new LossLook(look.layout(), by);
        memories.request();
    }

    /** Whether the row is of a network whose seeds can have rows of their own. */
    public boolean hasSeeds(LossRow row) {
        return row.network().isPresent()
                && row.seed().isEmpty()
                && facets.get().seeds().size() > 1;
    }

    /** Shows the seeds of a network in rows of their own, or hides them again. */
    public void toggleSeeds(LossRow row) {
        ask(question -> question.toggled(row.key()));
    }

    /** Whether the seeds of a network have rows of their own. */
    public boolean showsSeeds(LossRow row) {
        return asked.question().expanded().contains(row.key());
    }

    /** Every loss of the study: all settings, networks, splits and seeds. Reads the study: not for the JavaFX thread. */
    List<LossTable> everything() {
        return source.everything();
    }

    private void ask(UnaryOperator<LossQuestion> change) {
        LossQuestion next = change.apply(asked.question());
        if (!next.equals(asked.question())) {
            asked = new Asked(next, asked.ordered());
            answers.request();
        }
    }

    private LossLook remember() {
        LossLook now = look;
        source.remember(now);
        return now;
    }

    private void arrange(ColumnLayout next) {
        if (!next.equals(layout.get())) {
            arranged = true;
            look = new LossLook(next, look.order());
            layout.set(next);
            memories.request();
        }
    }

    /** Puts the columns, which are all that are shown, in this order. */
    public void orderColumns(List<LossColumn> columns) {
        arrange(layout.get().with(columns()).ordered(columns));
    }

    /** @param width in pixels; empty where it follows the window */
    public void resizeColumn(LossColumn column, OptionalDouble width) {
        arrange(layout.get().with(columns()).resized(column, width));
    }

    /** Keeps a column in sight when the others scroll away sideways, or no more. */
    public void pinColumn(LossColumn column, boolean pinned) {
        arrange(layout.get().with(columns()).pinned(column, pinned));
    }

    public void showColumn(LossColumn column, boolean visible) {
        arrange(layout.get().with(columns()).shown(List.of(column), visible));
    }

    /** Forgets every arrangement of the columns. */
    public void resetColumns() {
        arrange(ColumnLayout.NONE);
    }

    /** The columns there are, hidden ones as well. */
    public List<LossColumn> columns() {
        return LossColumn.of(
                marks.stream().map(TaskMark::id).toList(), settings.get().size() > 1);
    }

    /** The columns from left to right as they are arranged, hidden ones as well. */
    public List<ColumnLayout.Place> places() {
        return layout.get().of(columns());
    }

    /** How the tasks get on with each other, beside the table. */
    public RelationsModel relations() {
        return relations;
    }

    /** The study's tasks, by index. */
    public ObservableList<TaskMark> marks() {
        return marks;
    }

    /** Networks in the chosen order, each with its seeds where they are asked for, then the constant predictions. */
    public List<LossRow> rows() {
        return rows.get();
    }

    /** Another list whenever something in it changed. */
    public ReadOnlyObjectProperty<List<LossRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What the rows can be filtered by. */
    public ReadOnlyObjectProperty<LossFacets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Set<String>> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Measure> measureProperty() {
        return measure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Baseline> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LossFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LossOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ColumnLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    public ObjectProperty<Shown> shownProperty() {
        return shown;
    }
}
