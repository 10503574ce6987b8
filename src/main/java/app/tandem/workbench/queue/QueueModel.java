package app.tandem.workbench.queue;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.RunPlan;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.TaskSet;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.TrainingState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queue, the run that is looked at, and what can be done with them. Lives on the JavaFX thread; holds no controls. */
public final class QueueModel {

    private record Snapshot(
            List<TaskMark> marks,
            Map<RunKey, Network> networks,
            List<RunStatus> runs,
            TrainingState training,
            Optional<String> haltReason,
            int setAside,
            Optional<GuidedState> guided,
            OptionalDouble preparing,
            Optional<Duration> timeLeft,
            long machineMemory) {}

    private final StudySession session;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private final Latest<Snapshot> queue;
    private final Latest<Optional<RunDetail>> details;
    private volatile Optional<QueueRow> wanted = Optional.empty();

    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TaskMark> marks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<QueueSummary> summary = new ReadOnlyObjectWrapper<>(QueueSummary.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Duration>> timeLeft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TrainingState> training = new ReadOnlyObjectWrapper<>(TrainingState.GOING);
    private final ReadOnlyObjectWrapper<Optional<String>> haltReason = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper setAside = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<GuidedState>> guided = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> preparing = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ReadOnlyLongWrapper machineMemory = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper();
    private final ObjectProperty<Optional<QueueRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean chosenByUser;

    public QueueModel(StudySession session, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.threads = threads;
        this.fail = fail;
        this.queue = new Latest<>(threads, this::read, this::show, fail);
        this.details = new Latest<>(threads, this::readDetail, detail::set, fail);
        selected.addListener((property, before, after) -> {
            wanted = after;
            details.request();
        });
    }

    /** Brings up to date what a change concerns; from any thread. */
    public void changed(Change change) {
        if (change != Change.EPOCHS) {
            queue.request();
        }
        if (change != Change.RUNS) {
            details.request();
        }
    }

    /** Selects a run because the user asked for it; from then on the selection no longer follows what runs. */
    public void select(QueueRow row) {
        chosenByUser = true;
        selected.set(Optional.of(row));
    }

    public void pauseAll() {
        run(session::pauseAll);
    }

    /** Starts training, or goes on after a pause. */
    public void train() {
        run(session::train);
    }

    /** Ends the guided training; what it trained stays. */
    public void endGuided() {
        run(session::endGuided);
    }

    public void retryFailed() {
        run(session::retryFailed);
    }

    public void pause(RunKey run) {
        run(() -> session.pause(run));
    }

    /** As {@link #pauseAll}, once each run has its epoch on the disk: nothing is trained twice. */
    public void pauseAllAfterEpoch() {
        run(session::pauseAllAfterEpoch);
    }

    public void pauseAfterEpoch(RunKey run) {
        run(() -> session.pauseAfterEpoch(run));
    }

    /** Whether the queue can only be looked at. */
    public boolean isReadOnly() {
        return session.readOnly().isPresent();
    }

    /** Whether a run waits, so that its place means something. */
    public boolean canMove(QueueRow row) {
        if (isReadOnly()) {
            return false;
        }
        return switch (row.status().state()) {
            case QUEUED, WAITING_FOR_DEVICE, PAUSED -> true;
            case RUNNING, DONE, FAILED, DIVERGED, CANCELLED -> false;
        };
    }

    /** Moves a run that waits one place earlier or later among those that wait. */
    public void move(QueueRow row, int places) {
        List<QueueRow> waiting = rows.stream().filter(this::canMove).toList();
        int to = waiting.indexOf(row) + places;
        if (waiting.contains(row) && to >= 0 && to < waiting.size()) {
            moveTo(row, waiting.get(to));
        }
    }

    /** Moves a run that waits first of all that wait. */
    public void moveFirst(QueueRow row) {
        rows.stream().filter(this::canMove).findFirst().ifPresent(first -> moveTo(row, first));
    }

    /** Moves a run that waits to where another one is that waits. */
    public void moveTo(QueueRow row, QueueRow place) {
        int from = rows.indexOf(row);
        int to = rows.indexOf(place);
        if (from < 0 || to < 0 || from == to || !canMove(row) || !canMove(place)) {
            return;
        }
        Optional<RunKey> other = rows.stream()
                .skip(from < to ? to + 1 : to)
                .filter(this::canMove)
                .findFirst()
                .map(QueueRow::key);
        select(row);
        run(() -> session.moveBefore(row.key(), other));
    }

    public void resume(RunKey run) {
        run(() -> session.resume(run));
    }

    public void cancel(RunKey run) {
        run(() -> session.cancel(run));
    }

    private void run(Runnable action) {
        threads.run(
                () -> {
                    action.run();
                    queue.request();
                },
                fail);
    }

    private Snapshot read() {
        Study study = session.study();
        // The queue may be a step behind a design that has just changed.
        Set<RunKey> designed = RunPlan.keys(study);
        List<RunStatus> runs = session.runs().stream()
                .filter(run -> designed.contains(run.key()))
                .toList();
        Map<RunKey, Network> networks = new HashMap<>();
        runs.forEach(run -> networks.put(run.key(), Network.parse(run.key().network(), study.taskIds())));
        return new Snapshot(
                TaskMark.of(study.tasks()),
                networks,
                runs,
                session.training(),
                session.haltReason(),
                session.setAside(),
                session.guided(),
                session.preparing(),
                session.timeLeft(),
                session.machineMemory());
    }

    private void show(Snapshot now) {
        if (!marks.equals(now.marks())) {
            marks.setAll(now.marks());
        }
        if (isSameOrder(now.runs())) {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).update(now.runs().get(i));
            }
        } else {
            replaceRows(now);
        }
        guided.set(now.guided());
        summary.set(QueueSummary.of(now.runs()));
        training.set(now.training());
        haltReason.set(now.haltReason());
        setAside.set(now.setAside());
        preparing.set(now.preparing());
        timeLeft.set(now.timeLeft());
        machineMemory.set(now.machineMemory());
        updates.set(updates.get() + 1);
        followWhatRuns();
    }

    private boolean isSameOrder(List<RunStatus> runs) {
        if (runs.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < runs.size(); i++) {
            if (!rows.get(i).key().equals(runs.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private void replaceRows(Snapshot now) {
        Map<RunKey, QueueRow> before = new HashMap<>();
        rows.forEach(row -> before.put(row.key(), row));
        List<QueueRow> after = now.runs().stream()
                .map(run -> {
                    QueueRow row = before.get(run.key());
                    Network network = now.networks().get(run.key());
                    if (row == null || !row.network().equals(network)) {
                        return new QueueRow(java.util.Objects.requireNonNull(network), run);
                    }
                    row.update(run);
                    return row;
                })
                .toList();
        rows.setAll(after);
        if (selected.get().filter(rows::contains).isEmpty()) {
            chosenByUser = false;
            selected.set(Optional.empty());
        }
    }

    /** Until the user chooses a run, the first running one is shown, or the last that ended. */
    private void followWhatRuns() {
        boolean stillRuns = selected.get()
                .filter(row -> row.status().state() == RunState.RUNNING)
                .isPresent();
        if (chosenByUser || stillRuns) {
            return;
        }
        rows.stream()
                .filter(row -> row.status().state() == RunState.RUNNING)
                .findFirst()
                .or(() -> selected.get())
                .or(() -> rows.stream()
                        .filter(row -> row.status().state() == RunState.DONE)
                        .reduce((first, second) -> second))
                .or(() -> rows.stream().findFirst())
                .ifPresent(row -> selected.set(Optional.of(row)));
    }

    private Optional<RunDetail> readDetail() {
        Set<RunKey> designed = RunPlan.keys(session.study());
        return wanted.filter(row -> designed.contains(row.key())).map(row -> {
            RunKey key = row.key();
            LossTable table = session.losses(key.setting());
            Map<String, Double> baselines = new HashMap<>();
            for (int task : row.network().tasks()) {
                int single = table.indexOf(Network.of(TaskSet.of(task), EncoderSize.HALF));
                if (single >= 0 && table.cell(single, task, Measure.VALIDATION).isPresent()) {
                    baselines.put(
                            table.taskIds().get(task),
                            table.cell(single, task, Measure.VALIDATION).mean());
                }
            }
            return new RunDetail(key, row.network(), session.epochs(key), Map.copyOf(baselines), session.log(key));
        });
    }

    public ObservableList<QueueRow> rows() {
        return rows;
    }

    /** The study's tasks, by index. */
    public ObservableList<TaskMark> marks() {
        return marks;
    }

    /** Whether the queue was read at least once; until then that there are no runs means nothing. */
    public boolean isRead() {
        return updates.get() > 0;
    }

    public ReadOnlyObjectProperty<QueueSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Duration>> timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TrainingState> trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /** Why the queue stopped by itself, until it goes on. */
    public ReadOnlyObjectProperty<Optional<String>> haltReasonProperty() {
        return haltReason.getReadOnlyProperty();
    }

    /** How many runs were taken out of the queue before they ended, since the study no longer asks for them. */
    public ReadOnlyIntegerProperty setAsideProperty() {
        return setAside.getReadOnlyProperty();
    }

    /** The guided training of the study; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<GuidedState>> guidedProperty() {
        return guided.getReadOnlyProperty();
    }

    /** How much of the dataset is decoded, while that is under way. */
    public ReadOnlyObjectProperty<OptionalDouble> preparingProperty() {
        return preparing.getReadOnlyProperty();
    }

    /** In bytes; 0 where it is not known. */
    public ReadOnlyLongProperty machineMemoryProperty() {
        return machineMemory.getReadOnlyProperty();
    }

    /** Counts how often the statuses were brought up to date, for views that show something of all of them. */
    public ReadOnlyLongProperty updatesProperty() {
        return updates.getReadOnlyProperty();
    }

    public Optional<QueueRow> selected() {
        return selected.get();
    }

    public ReadOnlyObjectProperty<Optional<QueueRow>> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Optional<RunDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }
}
