package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.grouping.LossEstimates;
import app.tandem.loss.Measure;
import app.tandem.owner.GuidedGoal;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLoad;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import app.tandem.workbench.board.Board;
import app.tandem.workbench.board.Board.Role;
import app.tandem.workbench.board.BoardModel;
import app.tandem.workbench.board.Candidates;
import app.tandem.workbench.board.Held;
import app.tandem.workbench.board.NetworkState;
import app.tandem.workbench.board.Target;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardModelTest {

    private static final int SEMANTIC = 0;
    private static final int DEPTH = 1;
    private static final int NORMALS = 2;
    private static final int EDGES = 4;
    private static final Target NEW = new Target.NewNetwork();
    private static final Target AWAY = new Target.Away();

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final Threads inline = new Threads(Runnable::run, Runnable::run);
    private final EditedStudy edited = new EditedStudy(session, session.study(), inline, faults::add);
    private final GroupingModel best = new GroupingModel(session, edited, inline, faults::add);
    private final BoardModel model = new BoardModel(session, edited, best, inline, faults::add);

    @BeforeEach
    void load() {
        listen(session, edited, best, model);
    }

    private static void listen(StudyInMemory session, EditedStudy edited, GroupingModel best, BoardModel model) {
        session.addListener(edited::changed);
        session.addListener(best::changed);
        session.addListener(model::changed);
        model.seen(session, true);
        for (Change change : Change.values()) {
            best.changed(change);
            model.changed(change);
        }
    }

    private Board board() {
        return model.boardProperty().get();
    }

    private static Target column(int position) {
        return new Target.Column(position);
    }

    private List<String> networks() {
        return networks(session.study(), board().grouping().orElseThrow());
    }

    private static List<String> networks(Study study, Grouping grouping) {
        List<String> letters = List.of("S", "D", "N", "K", "T");
        return grouping.networks().stream()
                .map(network -> network.tasks()
                                .join(letters.subList(0, study.tasks().size()))
                                .replace("+", "") + "@" + network.encoder())
                .toList();
    }

    @Test
    void theGroupingOfThePaperIsLaidOutWithItsMeasuredLosses() {
        assertThat(networks()).containsExactly("SDN@1", "NKT@1", "N@1/2");
        assertThat(board().columns().get(0).cards())
                .extracting(Board.Card::role)
                .containsExactly(Role.SERVED, Role.SERVED, Role.AUXILIARY);
        assertThat(board().columns().get(1).card(NORMALS).orElseThrow().role()).isEqualTo(Role.TRAIN_ONLY);
        assertThat(board().columns().get(0).card(DEPTH).orElseThrow().loss().mean())
                .isEqualTo(session.losses(RoomsStudy.SETTING)
                        .cell(
                                session.losses(RoomsStudy.SETTING)
                                        .networks()
                                        .indexOf(Network.of(TaskSet.of(0, 1, 2), EncoderSize.FULL)),
                                DEPTH,
                                Measure.TEST)
                        .mean());
        assertThat(board().outcome()).hasValueSatisfying(outcome -> {
            assertThat(outcome.loss()).isEqualTo(0.44612, within(1e-9));
            assertThat(outcome.tested()).isTrue();
            assertThat(outcome.isBest()).isTrue();
            assertThat(outcome.others())
                    .extracting(Board.Comparison::rival)
                    .containsExactly(Board.Rival.ALL_IN_ONE, Board.Rival.HALF_SIZE_SINGLES, Board.Rival.RUNNER_UP);
        });
    }

    @Test
    void aMoveIsOneEditThatIsUndoneAndRedone() {
        assertThat(model.drop(Held.ofNetwork(DEPTH, 0), column(1), false, "")).contains(Held.ofNetwork(DEPTH, 1));
        assertThat(networks()).containsExactly("SN@1", "DNKT@1", "N@1/2");
        edited.undo();
        assertThat(networks()).containsExactly("SDN@1", "NKT@1", "N@1/2");
        assertThat(session.canUndo()).isFalse();
        edited.redo();
        assertThat(networks()).containsExactly("SN@1", "DNKT@1", "N@1/2");
    }

    @Test
    void withCtrlACardIsCopied() {
        model.drop(Held.ofNetwork(DEPTH, 0), column(1), true, "");
        assertThat(networks()).containsExactly("SDN@1", "DNKT@1", "N@1/2");
    }

    @Test
    void aCardOnEmptySpaceMakesANewNetworkAndOneOffTheBoardIsTakenOut() {
        assertThat(model.drop(Held.ofNetwork(DEPTH, 0), NEW, false, "")).contains(Held.ofNetwork(DEPTH, 3));
        assertThat(networks()).containsExactly("SN@1", "NKT@1", "N@1/2", "D@1");
        assertThat(model.drop(Held.ofNetwork(NORMALS, 2), AWAY, false, "")).isEmpty();
        assertThat(networks()).containsExactly("SN@1", "NKT@1", "D@1");
    }

    @Test
    void theMovedCardIsFoundAgainWhereItsNetworkWentWithIt() {
        assertThat(model.drop(Held.ofNetwork(DEPTH, 0), NEW, false, "")).contains(Held.ofNetwork(DEPTH, 3));
        model.choose("Semantic alone");
        assertThat(model.drop(Held.ofNetwork(SEMANTIC, 0), column(1), false, ""))
                .contains(Held.ofNetwork(SEMANTIC, 0));
        assertThat(networks()).containsExactly("SDNKT@1");
    }

    @Test
    void aDropThatWouldChangeNothingIsNotAccepted() {
        assertThat(model.accepts(Held.ofNetwork(DEPTH, 0), column(0), false)).isFalse();
        assertThat(model.accepts(Held.ofNetwork(NORMALS, 0), column(1), false)).isFalse();
        assertThat(model.accepts(Held.ofNetwork(NORMALS, 2), NEW, false)).isFalse();
        assertThat(model.accepts(Held.ofPalette(DEPTH), AWAY, false)).isFalse();
        assertThat(model.drop(Held.ofPalette(DEPTH), column(0), false, "")).isEmpty();
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void holdingACardForetellsCostAndMeasuredLoss() {
        assertThat(model.hover(Held.ofNetwork(DEPTH, 0), NEW, false)).isTrue();
        assertThat(model.previewProperty().get()).hasValueSatisfying(preview -> {
            assertThat(preview.cost().snt()).isEqualTo(Fraction.of(7, 2));
            assertThat(preview.loss().isPresent()).isTrue();
            assertThat(board().excess(preview.cost())).isEqualTo(Fraction.ONE);
        });
        assertThat(model.hover(Held.ofNetwork(DEPTH, 0), column(0), false)).isFalse();
        assertThat(model.previewProperty().get()).isEmpty();
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void aTrainOnlyMarkForbidsServing() {
        model.toggleTrainOnly(NORMALS, 2);
        assertThat(board().columns().get(0).card(NORMALS).orElseThrow().role()).isEqualTo(Role.SERVED);
        model.toggleTrainOnly(NORMALS, 0);
        assertThat(board().unserved()).isEqualTo(TaskSet.of(NORMALS));
        assertThat(board().outcome()).isEmpty();
        model.toggleTrainOnly(NORMALS, 1);
        assertThat(board().columns().get(1).card(NORMALS).orElseThrow().role()).isEqualTo(Role.SERVED);
    }

    @Test
    void anEncodersSizeChangesCostAndExcess() {
        model.setEncoder(2, EncoderSize.parse("2/3"));
        assertThat(board().cost().snt()).isEqualTo(Fraction.of(8, 3));
        assertThat(board().excess(board().cost())).isEqualTo(Fraction.of(1, 6));
        assertThat(board().columns().get(2).state().kind()).isEqualTo(NetworkState.Kind.NOT_PLANNED);
        assertThat(board().outcome()).isEmpty();
    }

    @Test
    void groupingsAreMadeDuplicatedRenamedAndDeletedWithUndo() {
        model.duplicate("Mine");
        assertThat(names()).containsExactly("As in the paper", "Mine", "Semantic alone", "All in one");
        assertThat(shown()).isEqualTo("Mine");
        model.rename("  Ours ");
        assertThat(shown()).isEqualTo("Ours");
        model.remove();
        assertThat(names()).containsExactly("As in the paper", "Semantic alone", "All in one");
        assertThat(shown()).isEqualTo("Semantic alone");
        edited.undo();
        assertThat(shown()).isEqualTo("Ours");
        model.create("Empty");
        assertThat(board().columns()).isEmpty();
        assertThat(board().unserved()).isEqualTo(TaskSet.all(5));
        edited.undo();
        edited.undo();
        edited.undo();
        assertThat(names()).containsExactly("As in the paper", "Semantic alone", "All in one");
        assertThat(faults).isEmpty();
    }

    @Test
    void aNameThatIsTakenOrEmptyIsRefusedInWords() {
        model.rename("All in one");
        model.rename("  ");
        assertThat(faults).hasSize(2).allSatisfy(fault -> assertThat(fault).isInstanceOf(UserException.class));
        assertThat(shown()).isEqualTo("As in the paper");
        assertThat(session.canUndo()).isFalse();
    }

    @Test
    void withoutAGroupingTheFirstCardMakesOne() {
        StudyInMemory fresh = new StudyInMemory(RoomsStudy.withoutGroupings(), List.of(), List.of());
        EditedStudy freshEdited = new EditedStudy(fresh, fresh.study(), inline, faults::add);
        GroupingModel freshBest = new GroupingModel(fresh, freshEdited, inline, faults::add);
        BoardModel empty = new BoardModel(fresh, freshEdited, freshBest, inline, faults::add);
        listen(fresh, freshEdited, freshBest, empty);

        assertThat(empty.accepts(Held.ofPalette(EDGES), AWAY, false)).isFalse();
        assertThat(empty.hover(Held.ofPalette(EDGES), NEW, false)).isTrue();
        assertThat(empty.drop(Held.ofPalette(EDGES), NEW, false, "Grouping 1")).contains(Held.ofNetwork(EDGES, 0));

        assertThat(networks(fresh.study(), fresh.study().grouping("Grouping 1")))
                .containsExactly("T@1");
        assertThat(empty.boardProperty().get().columns().get(0).state().kind()).isEqualTo(NetworkState.Kind.UNTRAINED);
    }

    @Test
    void everyChoiceOfCandidatesSaysHowManyRunsAreNew() {
        Candidates candidates = model.candidatesProperty().get().orElseThrow();
        assertThat(candidates.choices())
                .extracting(choice -> choice.kind() + " " + choice.networks().size())
                .containsExactly("SUBSETS 36", "EQUAL_BUDGET 51", "UP_TO 35", "UP_TO 30", "PAIRS 20", "MINE 6");
        Candidates.Choice mine = candidates.choices().get(5);
        assertThat(candidates.choices().get(0).isCurrent()).isTrue();
        assertThat(mine.isCurrent()).isFalse();
        assertThat(mine.forecast().orElseThrow().networks()).isEqualTo(6);

        model.choose(mine);

        assertThat(session.study().networks()).containsExactlyElementsOf(mine.networks());
        assertThat(model.candidatesProperty()
                        .get()
                        .orElseThrow()
                        .choices()
                        .get(5)
                        .isCurrent())
                .isTrue();
    }

    @Test
    void aGuidedTrainingSaysWhatItTakesAtMostAndLooksForTheStudysBudget() {
        Candidates.Guided guided =
                model.candidatesProperty().get().orElseThrow().guided();
        assertThat(guided.possible()).isTrue();
        assertThat(guided.limit().snt().toDouble()).isEqualTo(17.5);
        assertThat(guided.most().networks()).isEqualTo(20);

        model.trainGuided(guided.setting());

        assertThat(session.guidedGoals())
                .containsExactly(new GuidedGoal("setting1", Budget.parse("2.5"), OptionalInt.empty()));
    }

    @Test
    void equalBudgetsAreOfferedWithASingleForEveryK() {
        Candidates.Choice offered =
                model.candidatesProperty().get().orElseThrow().choices().get(1);

        model.choose(offered);

        for (int k = 1; k <= 5; k++) {
            EncoderSize share = new EncoderSize(Fraction.of(1, k));
            assertThat(session.study().networks().stream()
                            .filter(network -> network.tasks().size() == 1
                                    && network.encoder().equals(share)))
                    .hasSize(5);
        }
    }

    @Test
    void tooManyCandidatesAreRefusedBeforeTheyAreChosen() {
        List<Task> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(new Task("t" + i, "Task " + i, new TaskKind.RegressionMap(1), LossFunction.L1, 1, true));
        }
        Study large = RoomsStudy.withoutGroupings().withNetworks(Pool.pairs(5)).withTasks(many);
        StudyInMemory fresh = new StudyInMemory(large, List.of(), List.of());
        EditedStudy freshEdited = new EditedStudy(fresh, large, inline, faults::add);
        GroupingModel freshBest = new GroupingModel(fresh, freshEdited, inline, faults::add);
        BoardModel wide = new BoardModel(fresh, freshEdited, freshBest, inline, faults::add);
        listen(fresh, freshEdited, freshBest, wide);

        Candidates.Choice subsets =
                wide.candidatesProperty().get().orElseThrow().choices().get(0);
        assertThat(subsets.refusal()).contains("Choose a smaller pool");
        wide.choose(subsets);
        assertThat(fresh.canUndo()).isFalse();
    }

    @Test
    void trainingMakesTheNetworksOfTheGroupingCandidates() {
        model.setEncoder(0, EncoderSize.parse("1/3"));
        assertThat(model.candidatesProperty().get().orElseThrow().planned().networks())
                .isEqualTo(37);
        model.train();
        assertThat(session.study().networks())
                .hasSize(37)
                .endsWith(Network.of(TaskSet.of(0, 1, 2), EncoderSize.parse("1/3")));
    }

    @Test
    void gesturesFasterThanTheDiskAreMadeInTheirOrder() {
        Deque<Runnable> later = new ArrayDeque<>();
        StudyInMemory slow = RoomsStudy.inTraining();
        Threads queued = new Threads(later::add, Runnable::run);
        EditedStudy slowEdited = new EditedStudy(slow, slow.study(), queued, faults::add);
        GroupingModel slowBest = new GroupingModel(slow, slowEdited, queued, faults::add);
        BoardModel quick = new BoardModel(slow, slowEdited, slowBest, queued, faults::add);
        listen(slow, slowEdited, slowBest, quick);
        runAll(later);

        quick.drop(Held.ofNetwork(DEPTH, 0), NEW, false, "");
        quick.drop(Held.ofNetwork(DEPTH, 3), column(1), false, "");
        quick.setEncoder(1, EncoderSize.HALF);
        assertThat(slow.canUndo()).isFalse();
        assertThat(networks(slow.study(), quick.boardProperty().get().grouping().orElseThrow()))
                .containsExactly("SN@1", "DNKT@1/2", "N@1/2");

        runAll(later);
        assertThat(networks(slow.study(), slow.study().groupings().get(0)))
                .containsExactly("SN@1", "DNKT@1/2", "N@1/2");
        slowEdited.undo();
        slowEdited.undo();
        runAll(later);
        assertThat(networks(slow.study(), quick.boardProperty().get().grouping().orElseThrow()))
                .containsExactly("SN@1", "NKT@1", "N@1/2", "D@1");
        assertThat(faults).isEmpty();
    }

    /** Takes the oldest first, as threads would. */
    private static void runAll(Deque<Runnable> later) {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void whatAnotherPartOfTheWindowEditsIsSeen() {
        session.edit(new StudyEdit.SetBudget(Budget.parse("2")));
        assertThat(board().budget()).isEqualTo(Budget.parse("2"));
        assertThat(board().outcome()).hasValueSatisfying(outcome -> {
            assertThat(outcome.isBest()).isFalse();
            assertThat(outcome.others()).extracting(Board.Comparison::rival).endsWith(Board.Rival.BEST);
        });
    }

    @Test
    void aNetworkThatIsThereTwiceIsPointedAt() {
        model.choose("All in one");
        model.drop(Held.ofNetwork(DEPTH, 0), NEW, true, "");
        model.drop(Held.ofNetwork(DEPTH, 1), NEW, true, "");
        assertThat(board().columns().get(2).twin()).hasValue(1);
        assertThat(board().columns().get(1).twin()).isEmpty();
    }

    @Test
    void lossesThatAreNotMeasuredAreEstimatedUntilTheyAre() {
        session.measure(RoomsStudy.lossesUpTo(2));
        Board.Card estimated = board().columns().get(0).card(DEPTH).orElseThrow();
        assertThat(estimated.loss().isPresent()).isFalse();
        LossEstimates.Expected expected = estimated.estimate().orElseThrow();
        assertThat(expected)
                .isEqualTo(LossEstimates.of(RoomsStudy.lossesUpTo(2))
                        .loss(Network.of(TaskSet.of(0, 1, 2), EncoderSize.FULL), DEPTH)
                        .orElseThrow());
        assertThat(board().outcome()).isEmpty();
        Board.Foresight foresight = board().foresight().orElseThrow();
        assertThat(foresight.networks()).isEqualTo(20);
        assertThat(foresight.measured()).isEqualTo(1);
        assertThat(foresight.total()).isPresent();

        session.measure(RoomsStudy.losses());
        assertThat(board().columns().get(0).card(DEPTH).orElseThrow().estimate())
                .isEmpty();
        assertThat(board().outcome()).isPresent();
        assertThat(board().foresight().orElseThrow().total()).isEmpty();
    }

    @Test
    void holdingACardForetellsTheLossThatIsToBeExpected() {
        session.measure(RoomsStudy.lossesUpTo(2));
        model.hover(Held.ofNetwork(DEPTH, 0), column(1), false);
        assertThat(model.previewProperty().get()).hasValueSatisfying(preview -> {
            assertThat(preview.loss().isPresent()).isFalse();
            assertThat(preview.estimate()).isPresent();
        });
        model.hover(Held.ofNetwork(DEPTH, 0), NEW, false);
        assertThat(model.previewProperty().get()).hasValueSatisfying(preview -> {
            assertThat(preview.loss().isPresent()).isTrue();
            assertThat(preview.estimate()).isEmpty();
        });
    }

    @Test
    void nothingIsEstimatedWhereTooLittleIsKnownOrNobodyLooks() {
        session.measure(RoomsStudy.lossesUpTo(0));
        assertThat(board().foresight().orElseThrow().obstacle()).contains(LossEstimates.Obstacle.TOO_LITTLE_KNOWN);
        assertThat(board().columns().get(0).card(DEPTH).orElseThrow().estimate())
                .isEmpty();
        assertThat(board().foresight().orElseThrow().total()).isEmpty();

        model.seen(session, false);
        session.measure(RoomsStudy.lossesUpTo(2));
        assertThat(board().columns().get(0).card(DEPTH).orElseThrow().estimate())
                .isEmpty();
        model.seen(session, true);
        assertThat(board().columns().get(0).card(DEPTH).orElseThrow().estimate())
                .isPresent();
    }

    @Test
    void aRunThatTheUserCancelledIsNoFailure() {
        session.measure(RoomsStudy.lossesUpTo(2));
        assertThat(stateOnce(RunState.CANCELLED)).isEqualTo(NetworkState.Kind.CANCELLED);
        assertThat(stateOnce(RunState.FAILED)).isEqualTo(NetworkState.Kind.FAILED);
        assertThat(stateOnce(RunState.PAUSED)).isEqualTo(NetworkState.Kind.PARTLY);
    }

    /** How the first network of the grouping is once its run, of which an epoch is done, is in this state. */
    private NetworkState.Kind stateOnce(RunState state) {
        RunKey key = RoomsStudy.key("segment_semantic+depth_zbuffer+normal@1");
        session.update(key, run -> new RunStatus(key, state, 1, 15, 0.1, Optional.empty(), "", 0, WorkerLoad.NONE, ""));
        return board().columns().get(0).state().kind();
    }

    private List<String> names() {
        return session.study().groupings().stream().map(Grouping::name).toList();
    }

    private String shown() {
        return board().grouping().orElseThrow().name();
    }
}
