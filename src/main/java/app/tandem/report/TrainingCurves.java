package app.tandem.report;

import app.tandem.loss.LossCell;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.training.EpochLosses;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The validation loss of each task against the epoch, one panel for each: trained alone and together with all others, the mean
 * over seeds with a band of one standard deviation.
 *
 * @param title what it shows, not drawn
 * @param panels in the order of the tasks; without lines where nothing was trained
 * @param words the language
 */
public record TrainingCurves(String title, List<Panel> panels, Words words) implements Figure {

    public TrainingCurves {
        panels = List.copyOf(panels);
    }

    /** One task. */
    record Panel(String name, List<Line> lines) {
        Panel {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One network's loss of the task.
     *
     * @param style which of the networks it is, from 0; gives its colour and its dashes
     */
    record Line(int style, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    /** @param spread the standard deviation over seeds; 0 where there is one only */
    record Point(int epoch, double loss, double spread) {}

    /** Of every task alone at full size, and of all tasks in one network. */
    static TrainingCurves of(StudyReport report) {
        List<TrainingCourse> courses = report.study().setting(report.setting()).courses();
        List<String> ids = report.losses().losses().taskIds();
        Network joint = Network.of(TaskSet.all(ids.size()), EncoderSize.FULL);
        List<Panel> panels = new ArrayList<>();
        for (int task = 0; task < ids.size(); task++) {
            List<Network> networks = List.of(Network.of(TaskSet.of(task), EncoderSize.FULL), joint);
            List<Line> lines = new ArrayList<>();
            for (int style = 0; style < networks.size(); style++) {
                List<Point> points = points(courses, networks.get(style), ids.get(task));
                if (!points.isEmpty() && networks.indexOf(networks.get(style)) == style) {
                    lines.add(new Line(style, points));
                }
            }
            panels.add(new Panel(report.losses().names().get(task), lines));
        }
        Words words = report.losses().words();
        return new TrainingCurves(words.get("training.title", report.setting()), panels, words);
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
