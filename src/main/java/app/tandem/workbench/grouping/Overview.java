package app.tandem.workbench.grouping;

import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.GroupingScorer;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is known of one setting without a search.
 *
 * @param losses names what was measured: the same as long as no loss changes
 * @param measured networks with all validation losses, of {@code networks}
 * @param extra those of the measured that are candidates no more
 * @param mine the groupings made by hand that have networks
 * @param affinities measured in joint runs, the mean over their seeds; none where none was measured
 * @param allInOne the test loss of one full-size network of all tasks, where measured
 */
public record Overview(
        List<String> settings,
        String setting,
        List<Task> tasks,
        List<TaskMark> marks,
        String losses,
        int measured,
        int networks,
        int extra,
        List<Mine> mine,
        List<AffinityMatrix> affinities,
        OptionalDouble allInOne,
        BudgetScale scale) {

    /** A grouping made by hand, with who serves in it as validation chose, as far as it is measured. */
    public record Mine(String name, GroupingScore score) {

        /** Its losses; empty while a network of it is not measured, or nobody serves a task. */
        public Optional<Selection> selection() {
            return score.selection();
        }
    }

    public Overview {
        settings = List.copyOf(settings);
        tasks = List.copyOf(tasks);
        marks = List.copyOf(marks);
        mine = List.copyOf(mine);
        affinities = List.copyOf(affinities);
    }

    /**
     * Reads it; in the background.
     *
     * @param wanted the setting; another one where there is none of that name
     * @return empty where the study has no setting
     */
    static Optional<Overview> of(StudySession session, String wanted) {
        Study design = session.study();
        List<String> names = design.settings().stream().map(Setting::name).toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String name = names.contains(wanted) ? wanted : names.get(0);
        LossTable table = session.losses(name);
        int measured = (int) IntStream.range(0, table.networks().size())
                .filter(network -> table.isMeasured(network, Measure.VALIDATION))
                .count();
        return Optional.of(new Overview(
                names,
                name,
                design.tasks(),
                TaskMark.of(design.tasks()),
                table.contentHash(),
                measured,
                table.networks().size(),
                extra(table, design),
                mine(table, design.groupings()),
                affinities(session, name),
                allInOne(table),
                BudgetScale.of(table.networks(), design.tasks().size())));
    }

    /** Those of a run that goes on would be others a moment later. */
    private static List<AffinityMatrix> affinities(StudySession session, String setting) {
        return session.isMeasuringAffinities(setting)
                ? List.of()
                : JointAffinities.means(session.affinities(setting).values());
    }

    private static int extra(LossTable table, Study design) {
        Set<Network> candidates = new HashSet<>(design.networks());
        return (int) IntStream.range(0, table.networks().size())
                .filter(row ->
                        !candidates.contains(table.networks().get(row)) && table.isMeasured(row, Measure.VALIDATION))
                .count();
    }

    private static List<Mine> mine(LossTable table, List<Grouping> groupings) {
        GroupingScorer scorer = new GroupingScorer(table, SearchOptions.COVER);
        return groupings.stream()
                .filter(grouping -> !grouping.members().isEmpty())
                .map(grouping -> new Mine(grouping.name(), scorer.score(grouping)))
                .toList();
    }

    private static OptionalDouble allInOne(LossTable table) {
        int network = table.indexOf(Network.of(TaskSet.all(table.taskCount()), EncoderSize.FULL));
        if (network < 0 || !table.isMeasured(network, Measure.TEST)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(IntStream.range(0, table.taskCount())
                .mapToDouble(task -> {
                    LossCell cell = table.cell(network, task, Measure.TEST);
                    return cell.mean() * table.weights().get(task);
                })
                .sum());
    }

    List<String> taskIds() {
        return tasks.stream().map(Task::id).toList();
    }
}
