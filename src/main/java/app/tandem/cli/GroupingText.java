package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.report.GroupingReport;
import app.tandem.report.TextTable;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.study.Grouping;
import app.tandem.study.NetworkLetter;
import app.tandem.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Groupings as a person reads them in a terminal. */
final class GroupingText {

    private GroupingText() {}

    /** The best grouping at a budget: its networks, who serves each task, its losses, the runner-ups. */
    static String best(LossTable losses, List<String> names, Budget budget, Selection best, List<Selection> runnerUps) {
        return grouping("Best grouping", losses, names, budget, best, runnerUps);
    }

    /** A grouping that a method found. */
    static String grouping(
            String title,
            LossTable losses,
            List<String> names,
            Budget budget,
            Selection best,
            List<Selection> runnerUps) {
        GroupingReport report = GroupingReport.of(losses, names, Words.ENGLISH);
        StringBuilder text = new StringBuilder();
        text.append(title)
                .append(" for ")
                .append(budget)
                .append(" SNT, setting ")
                .append(losses.setting())
                .append(": ");
        text.append(losses(best)).append(", cost ").append(best.cost()).append(" SNT\n\n");
        text.append(TextTable.format(report.networks(best))).append('\n');
        text.append(TextTable.format(report.tasks(best)));
        for (int i = 0; i < runnerUps.size(); i++) {
            Selection next = runnerUps.get(i);
            text.append(i == 0 ? "\n" : "")
                    .append("Runner-up ")
                    .append(i + 1)
                    .append(": ")
                    .append(losses(next));
            text.append(", cost ")
                    .append(next.cost())
                    .append(" SNT: ")
                    .append(networks(losses.taskIds(), next))
                    .append('\n');
        }
        return text.toString();
    }

    /** One row per budget at which the best grouping changes. */
    static String frontier(LossTable losses, List<String> names, Frontier frontier) {
        return TextTable.format(GroupingReport.of(losses, names, Words.ENGLISH).frontier(frontier));
    }

    /** A grouping made by hand in one line, each network with its letter and as it is written on the command line. */
    static String byHand(Study study, Grouping grouping) {
        List<String> networks = new ArrayList<>();
        for (int i = 0; i < grouping.members().size(); i++) {
            networks.add(NetworkLetter.of(i) + " " + byHand(grouping.members().get(i), study.taskIds()));
        }
        String all = networks.isEmpty() ? "no networks" : String.join(", ", networks);
        return grouping.name() + ": " + all + "; " + grouping.cost() + " SNT";
    }

    /** What {@link NetworkEdits#member} reads: {@code depth+normal:train@1/2}. */
    private static String byHand(Grouping.Member member, List<String> taskIds) {
        String key = member.network().key(taskIds);
        String tasks = member.network().tasks().stream()
                .mapToObj(
                        task -> taskIds.get(task) + (member.trainOnly().contains(task) ? NetworkEdits.TRAIN_ONLY : ""))
                .collect(Collectors.joining("+"));
        return tasks + key.substring(key.indexOf('@'));
    }

    private static String losses(Selection selection) {
        String validation = String.format(Locale.ROOT, "validation loss %.5f", selection.validationLoss());
        return selection.testLoss().isEmpty()
                ? validation
                : String.format(
                        Locale.ROOT, "test loss %.5f (%s)", selection.testLoss().getAsDouble(), validation);
    }

    private static String networks(List<String> taskIds, Selection selection) {
        return String.join(
                ", ",
                selection.networks().stream()
                        .map(served -> served.network().key(taskIds))
                        .toList());
    }
}
