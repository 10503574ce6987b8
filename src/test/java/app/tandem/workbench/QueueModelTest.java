package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.TrainingState;
import app.tandem.workbench.queue.QueueModel;
import app.tandem.workbench.queue.QueueRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueModelTest {

    private static final RunKey RUNNING = RoomsStudy.key("segment_semantic+depth_zbuffer+normal@1");
    private static final RunKey NEXT = RoomsStudy.key("segment_semantic+depth_zbuffer+keypoints2d@1");

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final QueueModel model = new QueueModel(session, new Threads(Runnable::run, Runnable::run), faults::add);

    @BeforeEach
    void listen() {
        session.addListener(model::changed);
        for (Change change : Change.values()) {
            model.changed(change);
        }
    }

    private QueueRow row(RunKey key) {
        return model.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRunHasARowInTheQueuesOrder() {
        assertThat(model.rows())
                .extracting(QueueRow::key)
                .isEqualTo(session.runs().stream().map(run -> run.key()).toList());
        assertThat(faults).isEmpty();
    }

    @Test
    void aRowStaysTheSameWhileItsStatusChanges() {
        QueueRow before = row(RUNNING);
        session.update(RUNNING, run -> StudyInMemory.with(run, RunState.DONE));
        assertThat(row(RUNNING)).isSameAs(before);
        assertThat(before.status().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void whatRunsIsShownUntilTheUserChooses() {
        assertThat(model.selected().map(QueueRow::key)).contains(RUNNING);
        session.update(RUNNING, run -> StudyInMemory.with(run, RunState.DONE));
        assertThat(model.selected().map(QueueRow::key)).contains(NEXT);
        model.select(row(RUNNING));
        session.update(NEXT, run -> StudyInMemory.with(run, RunState.DONE));
        assertThat(model.selected().map(QueueRow::key)).contains(RUNNING);
    }

    @Test
    void theDetailHasTheCurveAndTheHalfSizeBaselines() {
        assertThat(model.detailProperty().get()).hasValueSatisfying(detail -> {
            assertThat(detail.key()).isEqualTo(RUNNING);
            assertThat(detail.epochs()).hasSize(12);
            assertThat(detail.baselines())
                    .containsEntry("segment_semantic", 0.08021)
                    .containsEntry("normal", 0.08965)
                    .containsOnlyKeys("segment_semantic", "depth_zbuffer", "normal");
        });
    }

    @Test
    void theSummaryCountsWhatTheBottomLineSays() {
        assertThat(model.summaryProperty().get()).satisfies(summary -> {
            assertThat(summary.total()).isEqualTo(36);
            assertThat(summary.ended()).isEqualTo(21);
            assertThat(summary.running()).isEqualTo(2);
            assertThat(summary.failed()).isEqualTo(1);
            assertThat(summary.cancelled()).isEqualTo(1);
            assertThat(summary.imagesPerSecond()).isEqualTo(409);
        });
    }

    @Test
    void pausingAndTrainingReachTheStudy() {
        model.pauseAll();
        assertThat(model.trainingProperty().get()).isEqualTo(TrainingState.PAUSED);
        assertThat(row(RUNNING).status().state()).isEqualTo(RunState.PAUSED);
        model.train();
        assertThat(model.trainingProperty().get()).isEqualTo(TrainingState.GOING);
        assertThat(row(RUNNING).status().state()).isEqualTo(RunState.RUNNING);
        model.cancel(NEXT);
        assertThat(row(NEXT).status().state()).isEqualTo(RunState.CANCELLED);
        model.retryFailed();
        assertThat(row(NEXT).status().state()).as("it did not fail").isEqualTo(RunState.CANCELLED);
        assertThat(model.rows()).noneMatch(row -> row.status().state() == RunState.FAILED);
        model.resume(NEXT);
        assertThat(row(NEXT).status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void whatWaitsIsMovedAmongWhatWaits() {
        List<QueueRow> waiting = model.rows().stream().filter(model::canMove).toList();
        QueueRow first = waiting.get(0);
        QueueRow second = waiting.get(1);
        QueueRow last = waiting.get(waiting.size() - 1);

        model.move(first, -1);
        assertThat(model.rows().stream().filter(model::canMove)).startsWith(first, second);
        model.move(second, -1);
        assertThat(model.rows().stream().filter(model::canMove)).startsWith(second, first);
        model.moveTo(second, last);
        assertThat(model.rows().stream().filter(model::canMove))
                .startsWith(first)
                .endsWith(last, second);
        model.moveFirst(second);
        assertThat(model.rows().stream().filter(model::canMove)).startsWith(second, first);
        assertThat(model.selected()).contains(second);
    }

    @Test
    void whatHasFailedBetweenIsNoPlaceToMoveTo() {
        List<QueueRow> waiting = model.rows().stream().filter(model::canMove).toList();
        session.update(waiting.get(2).key(), run -> StudyInMemory.with(run, RunState.FAILED));

        model.move(waiting.get(0), 1);

        assertThat(model.rows().stream().filter(model::canMove))
                .startsWith(waiting.get(1), waiting.get(0), waiting.get(3));
    }

    @Test
    void whatRunsOrHasEndedKeepsItsPlace() {
        List<RunKey> before = model.rows().stream().map(QueueRow::key).toList();
        QueueRow waiting =
                model.rows().stream().filter(model::canMove).findFirst().orElseThrow();

        model.moveTo(row(RUNNING), waiting);
        model.moveTo(waiting, row(RUNNING));
        model.move(row(RUNNING), 1);

        assertThat(model.rows().stream().map(QueueRow::key)).containsExactlyElementsOf(before);
    }

    @Test
    void aStudyWithoutRunsHasNothingSelected() {
        StudyInMemory empty = new StudyInMemory(RoomsStudy.study(), List.of(), List.of());
        QueueModel none = new QueueModel(empty, new Threads(Runnable::run, Runnable::run), faults::add);
        none.changed(Change.RUNS);
        assertThat(none.rows()).isEmpty();
        assertThat(none.selected()).isEqualTo(Optional.empty());
        assertThat(none.summaryProperty().get().fraction()).isZero();
    }

    @Test
    void beforeTheQueueIsReadThatItIsEmptyMeansNothing() {
        QueueModel other = new QueueModel(session, new Threads(Runnable::run, Runnable::run), faults::add);
        assertThat(other.isRead()).isFalse();
        other.changed(Change.RUNS);
        assertThat(other.isRead()).isTrue();
    }

    @Test
    void aQueueThatStoppedByItselfSaysWhy() {
        assertThat(model.haltReasonProperty().get()).isEmpty();

        session.halt("3 runs in a row failed alike.");

        assertThat(model.haltReasonProperty().get()).contains("3 runs in a row failed alike.");
    }

    @Test
    void aWorkerThatHasJustBegunDoesNotLowerTheSpeed() {
        double both = model.summaryProperty().get().imagesPerSecond();
        double other = row(NEXT).status().imagesPerSecond();

        session.update(RUNNING, run -> StudyInMemory.with(run, 0));

        assertThat(both).isPositive();
        assertThat(model.summaryProperty().get().imagesPerSecond()).isEqualTo(2 * other);
    }
}
