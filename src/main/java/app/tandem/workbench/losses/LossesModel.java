package app.tandem.workbench.losses;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The network × task table: its setting, split and order, and its rows. Lives on the JavaFX thread; holds no controls. */
public final class LossesModel {

    /** What a cell prints. */
    public enum Shown {
        LOSS,
        GAIN
    }

    /** What the user asked to see; read by the background thread. */
    private record Question(String setting, Measure measure, LossOrder order) {}

    private record Answer(
            List<String> settings,
            List<TaskMark> marks,
            String setting,
            List<LossRow> rows,
            int measured,
            int networks) {}

    private final StudySession session;
    private final Latest<Answer> answers;
    private volatile Question question = new Question("", Measure.TEST, LossOrder.POOL);

    private final ObservableList<String> settings = FXCollections.observableArrayList();
    private final ObservableList<TaskMark> marks = FXCollections.observableArrayList();
    private final ObservableList<LossRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> setting = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Measure> measure = new ReadOnlyObjectWrapper<>(Measure.TEST);
    private final ReadOnlyObjectWrapper<LossOrder> order = new ReadOnlyObjectWrapper<>(LossOrder.POOL);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0));
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.LOSS);

    /** How many of the networks have a loss on the chosen split. */
    public record Progress(int measured, int networks) {}

    public LossesModel(StudySession session, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.answers = new Latest<>(threads, this::read, this::show, fail);
    }

    /** Brings the table up to date where a change concerns it; from any thread. */
    public void changed(Change change) {
        if (change == Change.STUDY || change == Change.LOSSES) {
            answers.request();
        }
    }

    public void chooseSetting(String name) {
        ask(new Question(name, question.measure(), question.order()));
    }

    public void chooseMeasure(Measure split) {
        ask(new Question(question.setting(), split, question.order()));
    }

    public void sort(LossOrder by) {
        ask(new Question(question.setting(), question.measure(), by));
    }

    private void ask(Question next) {
        if (!next.equals(question)) {
            question = next;
            setting.set(next.setting());
            measure.set(next.measure());
            order.set(next.order());
            answers.request();
        }
    }

    private Answer read() {
        Question asked = question;
        Study study = session.study();
        List<String> names = study.settings().stream().map(Setting::name).toList();
        String name = names.contains(asked.setting()) || names.isEmpty() ? asked.setting() : names.get(0);
        List<TaskMark> tasks = TaskMark.of(study.tasks());
        if (names.isEmpty()) {
            return new Answer(names, tasks, "", List.of(), 0, 0);
        }
        LossTable table = session.losses(name);
        List<LossRow> networks = LossSheet.rows(table, asked.measure());
        List<LossRow> all = new ArrayList<>(LossSheet.sorted(networks, asked.order()));
        Map<String, Double> constant = session.constantPrediction(name, asked.measure());
        Optional<LossRow> last = LossSheet.constant(table, asked.measure(), constant);
        last.ifPresent(all::add);
        int measured =
                (int) networks.stream().filter(row -> row.sum().isPresent()).count();
        return new Answer(names, tasks, name, List.copyOf(all), measured, networks.size());
    }

    private void show(Answer answer) {
        if (!settings.equals(answer.settings())) {
            settings.setAll(answer.settings());
        }
        if (!marks.equals(answer.marks())) {
            rows.clear();
            marks.setAll(answer.marks());
        }
        if (!setting.get().equals(answer.setting())) {
            setting.set(answer.setting());
            question = new Question(answer.setting(), question.measure(), question.order());
        }
        if (!rows.equals(answer.rows())) {
            rows.setAll(answer.rows());
        }
        progress.set(new Progress(answer.measured(), answer.networks()));
    }

    public ObservableList<String> settings() {
        return settings;
    }

    /** The study's tasks, by index. */
    public ObservableList<TaskMark> marks() {
        return marks;
    }

    /** Networks in the chosen order, then the constant predictions where they are known. */
    public ObservableList<LossRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<String> settingProperty() {
        return setting.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Measure> measureProperty() {
        return measure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LossOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ObjectProperty<Shown> shownProperty() {
        return shown;
    }
}
