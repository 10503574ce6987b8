package app.tandem.workbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Samples;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.workbench.StudyInMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedStudyTest {

    private final List<RuntimeException> faults = new ArrayList<>();
    private final Threads threads = new Threads(Runnable::run, Runnable::run);
    private final StudyInMemory session = new StudyInMemory(study(), List.of(), List.of());
    private final EditedStudy edited = new EditedStudy(session, session.study(), threads, faults::add);

    private static Study study() {
        Schedule schedule = new Schedule(2, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        Setting setting = new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule);
        return new Study(
                "rooms",
                DatasetReference.sample(DatasetReference.TASKONOMY, "rooms"),
                Samples.rooms().tasks(),
                List.of(setting),
                1,
                Pool.everySubsetWithHalfSizeSingles(5),
                List.of(),
                Budget.parse("1"));
    }

    @Test
    void whatJavaCannotGoOnFromIsToldAndTheNextEditIsMade() {
        edited.then(() -> {
            throw new StackOverflowError("too deep");
        });
        edited.edit(new StudyEdit.SetBudget(Budget.parse("2")));

        assertThat(faults).singleElement().satisfies(told -> assertThat(told).hasRootCauseMessage("too deep"));
        assertThat(session.study().budget()).isEqualTo(Budget.parse("2"));
    }
}
