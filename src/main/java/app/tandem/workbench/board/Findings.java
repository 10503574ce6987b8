package app.tandem.workbench.board;

import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.GroupingScorer;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunStatus;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of one setting: losses, runs, and how good a grouping is. Made in the background, because it reads files
 * and looks at every network.
 */
final class Findings {

    /** What follows from the losses alone. */
    private record Scores(
            LossTable table,
            Optional<Grouping> grouping,
            Optional<GroupingScore> score,
            Optional<Selection> allInOne,
            Optional<Selection> halfSizeSingles) {}

    private final Scores scores;
    private final Map<String, List<RunStatus>> runs = new HashMap<>();

    private Findings(Scores scores, List<RunStatus> all) {
        this.scores = scores;
        for (RunStatus run : all) {
            if (run.key().setting().equals(scores.table().setting())) {
                runs.computeIfAbsent(run.key().network(), ignored -> new ArrayList<>())
                        .add(run);
            }
        }
    }

    /** @param runs of all settings */
    static Findings of(LossTable table, List<RunStatus> runs, Optional<Grouping> grouping) {
        GroupingScorer scorer = new GroupingScorer(table, SearchOptions.COVER);
        int tasks = table.taskCount();
        List<Network> singles = IntStream.range(0, tasks)
                .mapToObj(task -> Network.of(TaskSet.of(task), EncoderSize.HALF))
                .toList();
        List<Network> all = tasks == 0 ? List.of() : List.of(Network.of(TaskSet.all(tasks), EncoderSize.FULL));
        return new Findings(
                new Scores(
                        table,
                        grouping,
                        grouping.map(scorer::score),
                        selection(scorer, table, all),
                        selection(scorer, table, singles)),
                runs);
    }

    /** The same losses while runs have gone on. */
    Findings withRuns(List<RunStatus> all) {
        return new Findings(scores, all);
    }

    /** Whether these are the losses of a grouping in a table. */
    boolean isOf(LossTable table, Optional<Grouping> grouping) {
        return scores.table() == table && scores.grouping().equals(grouping);
    }

    private static Optional<Selection> selection(GroupingScorer scorer, LossTable table, List<Network> networks) {
        if (networks.isEmpty() || networks.stream().anyMatch(network -> table.indexOf(network) < 0)) {
            return Optional.empty();
        }
        List<Grouping.Member> members =
                networks.stream().map(Grouping.Member::of).toList();
        return scorer.score(new Grouping("rival", members)).selection();
    }

    LossTable losses() {
        return scores.table();
    }

    String setting() {
        return scores.table().setting();
    }

    /** Whether these are findings of a study's tasks as they are now. */
    boolean fits(Study study, String setting) {
        return setting().equals(setting) && scores.table().taskIds().equals(study.taskIds());
    }

    /** Who serves and what is lost in this grouping; empty where another one was asked about. */
    Optional<GroupingScore> score(Grouping grouping) {
        return scores.grouping().filter(grouping::equals).isPresent() ? scores.score() : Optional.empty();
    }

    Optional<Selection> allInOne() {
        return scores.allInOne();
    }

    Optional<Selection> halfSizeSingles() {
        return scores.halfSizeSingles();
    }

    /** The loss that is reported: of the test split, or of validation where that was not measured. */
    LossCell loss(Network network, int task) {
        int row = scores.table().indexOf(network);
        if (row < 0) {
            return LossCell.ABSENT;
        }
        LossCell test = scores.table().cell(row, task, Measure.TEST);
        return test.isPresent() ? test : scores.table().cell(row, task, Measure.VALIDATION);
    }

    NetworkState state(Study study, Network network) {
        int row = scores.table().indexOf(network);
        int measured = row < 0
                ? 0
                : scores.table()
                        .values(row, network.tasks().first(), Measure.VALIDATION)
                        .size();
        return NetworkState.of(
                measured,
                study.seeds(),
                study.networks().contains(network),
                runs.getOrDefault(network.key(study.taskIds()), List.of()));
    }
}
