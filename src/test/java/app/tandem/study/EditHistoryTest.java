package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditHistoryTest {

    private static final Study STUDY = study();

    @Property(tries = 300)
    void undoingEverythingGivesTheStudyBackAndRedoingEverythingTheEdits(@ForAll("edits") List<StudyEdit> edits) {
        EditHistory history = new EditHistory(STUDY);
        List<Study> after = new ArrayList<>(List.of(STUDY));
        for (StudyEdit edit : edits) {
            try {
                history.edit(edit);
            } catch (UserException doesNotFit) {
                continue;
            }
            if (!history.study().equals(after.get(after.size() - 1))) {
                after.add(history.study());
            }
        }

        for (int i = after.size() - 2; i >= 0; i--) {
            assertThat(history.undo()).isPresent();
            assertThat(history.study()).isEqualTo(after.get(i));
        }
        assertThat(history.undo()).isEmpty();
        for (int i = 1; i < after.size(); i++) {
            assertThat(history.redo()).isPresent();
            assertThat(history.study()).isEqualTo(after.get(i));
        }
        assertThat(history.redo()).isEmpty();
    }

    @Test
    void anEditThatDoesNotFitLeavesTheStudyAsItWas() {
        EditHistory history = new EditHistory(STUDY);

        assertThatThrownBy(() -> history.edit(new StudyEdit.RemoveTask("colour")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a, b, c");
        assertThat(history.study()).isEqualTo(STUDY);
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        EditHistory history = new EditHistory(STUDY);
        history.edit(new StudyEdit.SetSeeds(3));
        history.undo();
        history.edit(new StudyEdit.SetSeeds(2));

        assertThat(history.canRedo()).isFalse();
        assertThat(history.study().seeds()).isEqualTo(2);
    }

    @Test
    void removingATaskTakesItOutOfEveryNetworkAndGrouping() {
        Study after = new StudyEdit.RemoveTask("b").apply(STUDY);

        assertThat(after.taskIds()).containsExactly("a", "c");
        assertThat(after.networks().stream().map(network -> network.key(after.taskIds())))
                .containsExactly("a@1/2", "c@1/2", "a@1", "c@1", "a+c@1");
        assertThat(after.groupings().get(0).members().get(0).trainOnly()).isEqualTo(TaskSet.of(1));
    }

    @Provide
    Arbitrary<List<StudyEdit>> edits() {
        Arbitrary<StudyEdit> edit = Arbitraries.of(Stream.<StudyEdit>of(
                        new StudyEdit.RenameStudy("other"),
                        new StudyEdit.LocateDataset(new DatasetReference("taskonomy", "/elsewhere")),
                        new StudyEdit.SetBudget(Budget.parse("5/3")),
                        new StudyEdit.SetSeeds(3),
                        new StudyEdit.ChangeTask(STUDY.tasks().get(1).withWeight(2)),
                        new StudyEdit.RemoveTask("a"),
                        new StudyEdit.RemoveTask("b"),
                        new StudyEdit.RemoveTask("c"),
                        new StudyEdit.SetNetworks(Pool.pairs(3)),
                        StudyEdit.SetNetworks.removing(STUDY, STUDY.networks().get(2)),
                        new StudyEdit.SetSettings(List.of()),
                        new StudyEdit.AddGrouping(0, new Grouping("mine", List.of())),
                        new StudyEdit.AddGrouping(9, new Grouping("last", List.of())),
                        new StudyEdit.RemoveGrouping("first"),
                        new StudyEdit.ChangeGrouping("first", new Grouping("renamed", List.of())),
                        new StudyEdit.RemoveGrouping("renamed"),
                        new GroupingEdit.PutTask("first", "a", 1),
                        new GroupingEdit.MoveTask("first", "b", 0, 1),
                        new GroupingEdit.CopyTask("first", "c", 0, 1),
                        new GroupingEdit.TakeTask("first", "a", 0),
                        new GroupingEdit.TakeNetwork("first", 0),
                        new GroupingEdit.SetEncoder("first", 0, EncoderSize.parse("1/3")),
                        new GroupingEdit.SetTrainOnly("first", "a", 0, true))
                .toList());
        return edit.list().ofMaxSize(12);
    }

    private static Study study() {
        List<Task> tasks = Stream.of("a", "b", "c")
                .map(id -> new Task(id, id, new TaskKind.RegressionMap(1), LossFunction.L1, 1, true))
                .toList();
        Network all = Network.of(TaskSet.all(3), EncoderSize.FULL);
        return new Study(
                "three tasks",
                DatasetReference.sample("taskonomy", "rooms"),
                tasks,
                List.of(new Setting("small", EncoderDepth.LIGHT, Fraction.ONE, 64, anySchedule())),
                1,
                Pool.everySubsetWithHalfSizeSingles(3),
                List.of(new Grouping("first", List.of(new Grouping.Member(all, TaskSet.of(1, 2))))),
                Budget.parse("2.5"));
    }

    private static Schedule anySchedule() {
        return new Schedule(10, 16, 0.1, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 5);
    }
}
