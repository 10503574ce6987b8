package app.tandem.report;

import app.tandem.grouping.GroupingGain;
import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.grouping.ServedTask;
import app.tandem.loss.Measure;
import app.tandem.report.GroupingDiagram.Encoder;
import app.tandem.report.GroupingDiagram.Head;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.NetworkLetter;
import app.tandem.study.TaskSet;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Two architectures side by side: one network per task, and one network for all of them (Standley et al., ICML 2020, the
 * comparisons of section 4).
 *
 * @param title what it shows, not drawn
 * @param sides single-task first
 */
public record ComparisonDiagram(String title, List<Side> sides) implements Figure {

    public ComparisonDiagram {
        sides = List.copyOf(sides);
    }

    /**
     * One architecture.
     *
     * @param heading what it is
     * @param numbers its cost and its losses, or why there are none
     */
    public record Side(String heading, String numbers, List<Encoder> encoders) {
        public Side {
            encoders = List.copyOf(encoders);
        }
    }

    /** One full-size network for all tasks against one network per task of this size. */
    static ComparisonDiagram of(SharingReport report, EncoderSize single) {
        Words words = report.words();
        int tasks = report.names().size();
        Grouping alone = grouping(IntStream.range(0, tasks)
                .mapToObj(task -> Network.of(TaskSet.of(task), single))
                .toList());
        Grouping joint = grouping(List.of(Network.of(TaskSet.all(tasks), EncoderSize.FULL)));
        return new ComparisonDiagram(
                words.get("comparison.title", single.toString(), report.losses().setting()),
                List.of(
                        side(report, words.get("comparison.alone", single.toString()), alone, Optional.empty()),
                        side(report, words.get("comparison.joint"), joint, Optional.of(single))));
    }

    private static Grouping grouping(List<Network> networks) {
        return new Grouping("-", networks.stream().map(Grouping.Member::of).toList());
    }

    private static Side side(SharingReport report, String heading, Grouping grouping, Optional<EncoderSize> baseline) {
        Words words = report.words();
        Optional<Selection> measured =
                GroupingScore.of(report.losses(), grouping, SearchOptions.COVER).selection();
        Optional<GroupingGain> gain = baseline.flatMap(
                size -> measured.map(selection -> GroupingGain.of(report.losses(), selection, report.measure(), size)));
        String cost = words.get(
                "diagram.cost", GroupingDiagram.decimal(grouping.cost().snt()));
        OptionalDouble total = measured.map(selection -> report.measure() == Measure.TEST
                        ? selection.testLoss()
                        : OptionalDouble.of(selection.validationLoss()))
                .orElse(OptionalDouble.empty());
        String loss = total.isPresent()
                ? words.get(
                        "comparison.total",
                        words.get("curve.measure." + report.measure().id()),
                        Characters.decimals(total.getAsDouble(), 4))
                : words.get("comparison.unmeasured");
        String delta = gain.map(GroupingGain::mean)
                .filter(OptionalDouble::isPresent)
                .map(mean -> " · Δ " + percent(mean.getAsDouble()))
                .orElse("");
        return new Side(heading, cost + " · " + loss + delta, encoders(report, grouping, measured, gain));
    }

    private static List<Encoder> encoders(
            SharingReport report, Grouping grouping, Optional<Selection> measured, Optional<GroupingGain> gain) {
        List<Encoder> encoders = new ArrayList<>();
        for (Network network : grouping.networks()) {
            List<Head> heads = network.tasks().stream()
                    .mapToObj(task -> new Head(label(report, task, measured, gain), task, false))
                    .toList();
            Fraction share = network.cost().snt();
            String cost = report.words().get("diagram.cost", GroupingDiagram.decimal(share));
            encoders.add(new Encoder(NetworkLetter.of(encoders.size()), cost, share, heads));
        }
        return encoders;
    }

    private static String label(
            SharingReport report, int task, Optional<Selection> measured, Optional<GroupingGain> gain) {
        String name = report.names().get(task);
        OptionalDouble loss = measured.map(selection -> loss(selection.tasks().get(task), report.measure()))
                .orElse(OptionalDouble.empty());
        OptionalDouble better = gain.map(known -> known.tasks().get(task)).orElse(OptionalDouble.empty());
        String number = loss.isPresent() ? " " + Characters.decimals(loss.getAsDouble(), 4) : "";
        return name + number + (better.isPresent() ? " (" + percent(better.getAsDouble()) + ")" : "");
    }

    private static OptionalDouble loss(ServedTask task, Measure measure) {
        return measure == Measure.TEST ? task.testLoss() : OptionalDouble.of(task.validationLoss());
    }

    private static String percent(double share) {
        String number = Characters.decimals(100 * share, 1);
        return (number.startsWith("-") ? "−" + number.substring(1) : "+" + number) + "\u00A0%";
    }

    @Override
    public double preferredHeight(double width, double textSize) {
        return new ComparisonPainter(this, width, textSize).preferredHeight();
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureTheme theme) {
        new ComparisonPainter(this, width, theme.textSize()).paint(g, height, theme);
    }
}
