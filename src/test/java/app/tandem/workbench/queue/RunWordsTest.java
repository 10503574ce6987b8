package app.tandem.workbench.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLoad;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunWordsTest {

    private final Messages messages = Messages.in(Language.ENGLISH);

    private static RunStatus run(RunState state, int epoch, String reason) {
        RunKey key = new RunKey("depth@1", "small", 0);
        return new RunStatus(key, state, epoch, 5, epoch / 5.0, Optional.empty(), "", 0, WorkerLoad.NONE, reason);
    }

    @Test
    void whatHasNotBegunIsNotSaidToBeAtAnEpoch() {
        assertThat(RunWords.badge(messages, run(RunState.PAUSED, 0, ""))).isEqualTo("Paused");
        assertThat(RunWords.badge(messages, run(RunState.QUEUED, 0, ""))).isEqualTo("Queued");
        assertThat(RunWords.badge(messages, run(RunState.RUNNING, 0, ""))).isEqualTo("epoch 0 of 5");
        assertThat(RunWords.badge(messages, run(RunState.DONE, 5, ""))).isEqualTo("Done");
    }

    @Test
    void whatWasInterruptedTellsHowFarItIs() {
        assertThat(RunWords.badge(messages, run(RunState.PAUSED, 3, ""))).isEqualTo("Paused · epoch 3 of 5");
        assertThat(RunWords.badge(messages, run(RunState.QUEUED, 4, ""))).isEqualTo("Queued · epoch 4 of 5");
    }

    @Test
    void whyARunFailedIsOneLineWithoutWhatItsWorkerPrinted() {
        RunStatus failed = run(RunState.FAILED, 0, "It broke off. All is safe. Retry it.\nerror: line 1\nline 2");

        assertThat(RunWords.state(messages, failed)).isEqualTo("Failed: It broke off. All is safe. Retry it.");
        assertThat(RunWords.reason(messages, failed)).doesNotContain("line 1");
    }

    @Test
    void aCancelledRunIsNoFailure() {
        QueueSummary summary = QueueSummary.of(
                List.of(run(RunState.CANCELLED, 0, ""), run(RunState.FAILED, 0, ""), run(RunState.DONE, 5, "")));

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.cancelled()).isEqualTo(1);
    }

    @Test
    void aCancelledRunCanOnlyBePutBackAndAPausedOneOnlyGoOnOrBeCancelled() {
        assertThat(RunActions.of(RunState.CANCELLED, false)).isEqualTo(new RunActions(false, false, true, false));
        assertThat(RunActions.of(RunState.PAUSED, false)).isEqualTo(new RunActions(false, false, true, true));
        assertThat(RunActions.of(RunState.RUNNING, true)).isEqualTo(new RunActions(false, false, false, false));
        assertThat(messages.text(RunActions.resumeWords(RunState.CANCELLED)))
                .isNotEqualTo(messages.text(RunActions.resumeWords(RunState.PAUSED)));
    }

    @Test
    void aRunWithoutEpochsIsOnlySaidToHaveNoneYetWhereSomeMayCome() {
        assertThat(messages.text(RunWords.noCurve(RunState.QUEUED))).contains("yet");
        assertThat(messages.text(RunWords.noCurve(RunState.DONE))).doesNotContain("yet");
    }
}
