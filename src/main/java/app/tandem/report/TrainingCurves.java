package app.tandem.report;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.loss.LossCell;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.NetworkLetter;
import app.tandem.study.TaskSet;
import app.tandem.training.EpochLosses;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The validation loss of each task against the epoch, one panel for each task and one line for each network that learned it: the
 * mean over seeds with a band of one standard deviation.
 *
 * @param title what it shows, not drawn
 * @param networks whose lines are drawn, for the legend
 * @param panels in the order of the tasks; without lines where nothing was trained
 * @param nothing what is said where no panel has a line
 * @param words the language
 */
public record TrainingCurves(String title, List<Key> networks, List<Panel> panels, String nothing, Words words)
        implements Figure {

    /** Alone and together are told apart as in the first report of them, also by the colour-blind. */
    private static final List<Key> TWO =
            List.of(new Key("training.alone", 0, false), new Key("training.joint", 5, true));

    public TrainingCurves {
        networks = List.copyOf(networks);
        panels = List.copyOf(panels);
    }

    /**
     * One entry of the legend.
     *
     * @param colour its index in the theme
     */
    record Key(String name, int colour, boolean dashed) {}

    /** One task. */
    record Panel(String name, List<Line> lines) {
        Panel {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One network's loss of the task.
     *
     * @param network its index in the legend
     * @param auxiliary whether the network learns the task, and another one serves it
     */
    record Line(int network, boolean auxiliary, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    /** @param spread the standard deviation over seeds; 0 where there is one only */
    record Point(int epoch, double loss, double spread) {}

    /** Of every task alone at full size, and of all tasks in one network. */
    static TrainingCurves aloneAndTogether(StudyReport report) {
        List<String> names = report.losses().names();
        Network joint = Network.of(TaskSet.all(names.size()), EncoderSize.FULL);
        List<Panel> panels = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            List<Line> lines = new ArrayList<>();
            addLine(lines, 0, false, report, Network.of(TaskSet.of(task), EncoderSize.FULL), task);
            if (names.size() > 1) {
                addLine(lines, 1, false, report, joint, task);
            }
            panels.add(new Panel(names.get(task), lines));
        }
        Words words = report.losses().words();
        List<Key> keys = TWO.stream()
                .map(key -> new Key(words.get(key.name()), key.colour(), key.dashed()))
                .toList();
        return new TrainingCurves(
                words.get("training.title", report.setting()), keys, panels, words.get("training.nothing"), words);
    }

    /** Of the networks of a grouping, lettered as in its diagram. */
    static TrainingCurves of(StudyReport report, Selection selection) {
        List<String> names = report.losses().names();
        List<String> letters = TaskLetters.of(names);
        List<Integer> order = GroupingReport.order(selection);
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Network network = selection.networks().get(order.get(i)).network();
            keys.add(new Key(NetworkLetter.of(i) + "  " + GroupingReport.shortName(network, letters), i, false));
        }
        List<Panel> panels = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                Served served = selection.networks().get(order.get(i));
                addLine(lines, i, served.auxiliary().contains(task), report, served.network(), task);
            }
            panels.add(new Panel(letters.get(task) + "  " + names.get(task), lines));
        }
        Words words = report.losses().words();
        return new TrainingCurves(title(report), keys, panels, words.get("training.grouping.nothing"), words);
    }

    /** Where there is no grouping of which curves could be drawn. */
    static TrainingCurves none(StudyReport report, String reason) {
        return new TrainingCurves(
                title(report), List.of(), List.of(), reason, report.losses().words());
    }

    private static String title(StudyReport report) {
        return report.losses()
                .words()
                .get("training.grouping.title", report.budget().toString(), report.setting());
    }

    private static void addLine(
            List<Line> lines, int index, boolean auxiliary, StudyReport report, Network network, int task) {
        if (network.tasks().contains(task)) {
            List<Point> points = points(
                    report.courses(),
                    network,
                    report.losses().losses().taskIds().get(task));
            if (!points.isEmpty()) {
                lines.add(new Line(index, auxiliary, points));
            }
        }
    }

    private static List<Point> points(List<TrainingCourse> courses, Network network, String task) {
        SortedMap<Integer, List<Double>> byEpoch = new TreeMap<>();
        for (TrainingCourse course : courses) {
            if (course.network().equals(network)) {
                for (EpochLosses epoch : course.epochs()) {
                    Double loss = epoch.validation().get(task);
                    if (loss != null) {
                        byEpoch.computeIfAbsent(epoch.epoch(), number -> new ArrayList<>())
                                .add(loss);
                    }
                }
            }
        }
        List<Point> points = new ArrayList<>();
        for (Map.Entry<Integer, List<Double>> epoch : byEpoch.entrySet()) {
            LossCell cell = LossCell.of(epoch.getValue());
            points.add(new Point(epoch.getKey(), cell.mean(), cell.n() > 1 ? cell.sd() : 0));
        }
        return points;
    }

    boolean isEmpty() {
        return panels.stream().allMatch(panel -> panel.lines().isEmpty());
    }

    boolean hasAuxiliaryLines() {
        return panels.stream().flatMap(panel -> panel.lines().stream()).anyMatch(Line::auxiliary);
    }

    boolean hasBands() {
        return panels.stream()
                .flatMap(panel -> panel.lines().stream())
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.spread() > 0);
    }

    @Override
    public double preferredHeight(double width, double textSize) {
        return new TrainingCurvePainter(this, width, textSize).preferredHeight();
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureTheme theme) {
        new TrainingCurvePainter(this, width, theme.textSize()).paint(g, height, theme);
    }
}
