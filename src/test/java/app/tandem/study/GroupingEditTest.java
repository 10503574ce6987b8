package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GroupingEditTest {

    private static final String NAME = "by hand";
    private static final List<String> TASKS = List.of("a", "b", "c", "d");

    /** {@code A: a, b (train only) at full size; B: c at half size}. */
    private static final Study STUDY = study(new Grouping(
            NAME,
            List.of(
                    new Grouping.Member(Network.of(TaskSet.of(0, 1), EncoderSize.FULL), TaskSet.of(1)),
                    Grouping.Member.of(Network.of(TaskSet.of(2), EncoderSize.HALF)))));

    @Property(tries = 2000)
    void theInverseGivesExactlyTheStudyBack(@ForAll("groupings") Grouping before, @ForAll("edits") GroupingEdit edit) {
        Study study = study(before);
        try {
            Study after = edit.apply(study);
            assertThat(edit.inverse(study).apply(after)).isEqualTo(study);
        } catch (UserException doesNotFit) {
            assertThat(doesNotFit.remedy()).isNotBlank();
        }
    }

    @Property(tries = 1000)
    void noEditLeavesANetworkWithoutATaskOrMakesMoreThanOne(
            @ForAll("groupings") Grouping before, @ForAll("edits") GroupingEdit edit) {
        try {
            Grouping after = edit.apply(study(before)).grouping(NAME);
            assertThat(after.members())
                    .allSatisfy(member ->
                            assertThat(member.network().tasks().size()).isPositive());
            assertThat(after.members().size())
                    .isLessThanOrEqualTo(before.members().size() + 1);
        } catch (UserException doesNotFit) {
            assertThat(study(before).grouping(NAME)).isEqualTo(before);
        }
    }

    @Property(tries = 500)
    void aTaskIsMovedWithoutBeingLostOrDoubled(
            @ForAll("groupings") Grouping before, @ForAll("moves") GroupingEdit.MoveTask move) {
        try {
            Grouping after = move.apply(study(before)).grouping(NAME);
            assertThat(count(after, move.taskId())).isEqualTo(count(before, move.taskId()));
        } catch (UserException doesNotFit) {
            assertThat(doesNotFit.what()).isNotBlank();
        }
    }

    @Test
    void aTaskIsPutIntoANetworkOrIntoANewOne() {
        assertThat(after(new GroupingEdit.PutTask(NAME, "d", 1))).containsExactly("a+b:train@1", "c+d@1/2");
        assertThat(after(new GroupingEdit.PutTask(NAME, "d", 2))).containsExactly("a+b:train@1", "c@1/2", "d@1");
    }

    @Test
    void aNetworkGoesWithItsLastTask() {
        assertThat(after(new GroupingEdit.MoveTask(NAME, "c", 1, 0))).containsExactly("a+b:train+c@1");
        assertThat(after(new GroupingEdit.TakeTask(NAME, "c", 1))).containsExactly("a+b:train@1");
    }

    @Test
    void theTrainOnlyMarkGoesAlongButNotIntoANewNetwork() {
        assertThat(after(new GroupingEdit.MoveTask(NAME, "b", 0, 1))).containsExactly("a@1", "b:train+c@1/2");
        assertThat(after(new GroupingEdit.CopyTask(NAME, "b", 0, 1))).containsExactly("a+b:train@1", "b:train+c@1/2");
        assertThat(after(new GroupingEdit.MoveTask(NAME, "b", 0, 2))).containsExactly("a@1", "c@1/2", "b@1");
    }

    @Test
    void aNetworksOnlyTaskIsNotMovedIntoANewOne() {
        GroupingEdit alone = new GroupingEdit.MoveTask(NAME, "c", 1, 2);
        assertThat(alone.apply(STUDY)).isEqualTo(STUDY);
    }

    @Test
    void encodersAndMarksAreSet() {
        EncoderSize third = EncoderSize.parse("1/3");
        assertThat(after(new GroupingEdit.SetEncoder(NAME, 0, third))).containsExactly("a+b:train@1/3", "c@1/2");
        assertThat(after(new GroupingEdit.SetTrainOnly(NAME, "b", 0, false))).containsExactly("a+b@1", "c@1/2");
        assertThat(after(new GroupingEdit.SetTrainOnly(NAME, "a", 0, true)))
                .containsExactly("a:train+b:train@1", "c@1/2");
    }

    @Test
    void networksArePutAndTaken() {
        Grouping.Member pair = Grouping.Member.of(Network.of(TaskSet.of(1, 3), EncoderSize.FULL));
        assertThat(after(new GroupingEdit.PutNetwork(NAME, 1, pair))).containsExactly("a+b:train@1", "b+d@1", "c@1/2");
        assertThat(after(new GroupingEdit.TakeNetwork(NAME, 0))).containsExactly("c@1/2");
    }

    @Test
    void whatDoesNotFitIsRefusedInPlainWords() {
        refused(new GroupingEdit.PutTask(NAME, "a", 0), "Network A has the task ‘a’ already");
        refused(new GroupingEdit.TakeTask(NAME, "d", 0), "Network A does not have the task ‘d’");
        refused(new GroupingEdit.CopyTask(NAME, "a", 0, 5), "none at position 6");
        refused(new GroupingEdit.PutTask(NAME, "z", 0), "The task ‘z’ is unknown");
        refused(new GroupingEdit.TakeNetwork("nobody's", 0), "The grouping ‘nobody's’ is unknown");
    }

    @Test
    void networksAreCalledByLetters() {
        for (int position : new int[] {0, 1, 25, 26, 27, 701, 702, 18_277}) {
            assertThat(NetworkLetter.parse(NetworkLetter.of(position), position + 1))
                    .isEqualTo(position);
        }
        assertThat(NetworkLetter.of(27)).isEqualTo("AB");
        assertThat(NetworkLetter.parse(" b ", 2)).isEqualTo(1);
        for (String wrong : List.of("", "C", "1", "ÄÖ", "new")) {
            assertThatThrownBy(() -> NetworkLetter.parse(wrong, 2))
                    .as(wrong)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("A to B");
        }
    }

    private static void refused(GroupingEdit edit, String words) {
        assertThatThrownBy(() -> edit.apply(STUDY))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(words);
    }

    private static List<String> after(GroupingEdit edit) {
        return edit.apply(STUDY).grouping(NAME).members().stream()
                .map(GroupingEditTest::write)
                .toList();
    }

    private static String write(Grouping.Member member) {
        return String.join(
                        "+",
                        member.network().tasks().stream()
                                .mapToObj(task ->
                                        TASKS.get(task) + (member.trainOnly().contains(task) ? ":train" : ""))
                                .toList())
                + "@" + member.network().encoder();
    }

    private static long count(Grouping grouping, String taskId) {
        int task = TASKS.indexOf(taskId);
        return grouping.members().stream()
                .filter(member -> member.network().tasks().contains(task))
                .count();
    }

    @Provide
    Arbitrary<Grouping> groupings() {
        return members().list().ofMaxSize(4).map(members -> new Grouping(NAME, members));
    }

    private static Arbitrary<Grouping.Member> members() {
        Arbitrary<TaskSet> tasks = Arbitraries.longs().between(1, 15).map(TaskSet::new);
        Arbitrary<TaskSet> marks = Arbitraries.longs().between(0, 15).map(TaskSet::new);
        return Combinators.combine(tasks, marks, sizes())
                .as((set, marked, size) -> new Grouping.Member(Network.of(set, size), set.intersection(marked)));
    }

    private static Arbitrary<EncoderSize> sizes() {
        return Arbitraries.of("1", "1/2", "2/3", "1/5").map(EncoderSize::parse);
    }

    @Provide
    Arbitrary<GroupingEdit.MoveTask> moves() {
        return Combinators.combine(Arbitraries.of(TASKS), position(), position())
                .as((task, from, to) -> new GroupingEdit.MoveTask(NAME, task, from, to));
    }

    @Provide
    Arbitrary<GroupingEdit> edits() {
        Arbitrary<String> task = Arbitraries.of(TASKS);
        return Arbitraries.oneOf(
                moves(),
                Combinators.combine(position(), members()).as((at, one) -> new GroupingEdit.PutNetwork(NAME, at, one)),
                position().map(at -> new GroupingEdit.TakeNetwork(NAME, at)),
                Combinators.combine(task, position()).as((id, at) -> new GroupingEdit.PutTask(NAME, id, at)),
                Combinators.combine(task, position()).as((id, at) -> new GroupingEdit.TakeTask(NAME, id, at)),
                Combinators.combine(task, position(), position())
                        .as((id, from, to) -> new GroupingEdit.CopyTask(NAME, id, from, to)),
                Combinators.combine(position(), sizes()).as((at, size) -> new GroupingEdit.SetEncoder(NAME, at, size)),
                Combinators.combine(task, position(), Arbitraries.of(true, false))
                        .as((id, at, mark) -> new GroupingEdit.SetTrainOnly(NAME, id, at, mark)));
    }

    private static Arbitrary<Integer> position() {
        return Arbitraries.integers().between(0, 4);
    }

    private static Study study(Grouping grouping) {
        List<Task> tasks = new ArrayList<>();
        IntStream.range(0, TASKS.size())
                .forEach(i -> tasks.add(
                        new Task(TASKS.get(i), TASKS.get(i), new TaskKind.RegressionMap(1), LossFunction.L1, 1, true)));
        return new Study(
                "four tasks",
                DatasetReference.sample("taskonomy", "rooms"),
                tasks,
                List.of(),
                1,
                List.of(),
                Stream.of(new Grouping("another", List.of()), grouping).toList(),
                Budget.parse("2.5"));
    }
}
