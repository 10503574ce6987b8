package app.tandem.workbench.queue;

import app.tandem.training.EpochLosses;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The validation loss of each task of a run, epoch by epoch, with the half-size single-task network as a dashed line. */
final class LossCurve extends VBox {

    private static final double HEIGHT = 250;

    private final NumberAxis epochs = new NumberAxis(0, 1, 1);
    private final NumberAxis losses = new NumberAxis();
    private final LineChart<Number, Number> chart = new LineChart<>(epochs, losses);
    private final Label nothing;
    private final FlowPane legend = new FlowPane(14, 4);
    private final Slider smoothing = new Slider(0, 0.95, 0);
    private Optional<Runnable> redraw = Optional.empty();

    LossCurve(Messages messages) {
        this.nothing = Icons.label(messages.text("train.noCurve"), "muted");
        getStyleClass().add("loss-curve");
        epochs.setLabel(messages.text("train.epoch"));
        epochs.setMinorTickVisible(false);
        losses.setMinorTickVisible(false);
        losses.setForceZeroInRange(true);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setVerticalGridLinesVisible(false);
        chart.setVerticalZeroLineVisible(false);
        chart.setHorizontalZeroLineVisible(false);
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        Label note = Icons.label(messages.text("train.curveNote"), "muted", "note");
        note.setWrapText(true);
        getChildren().setAll(legend, new StackPane(chart, nothing), note, smoother(messages));
    }

    /** What stands in the place of a curve of which there is nothing. */
    void sayOfNone(String words) {
        nothing.setText(words);
    }

    private HBox smoother(Messages messages) {
        Label name = Icons.whole(messages.text("train.smoothing"), "muted", "note");
        name.setLabelFor(smoothing);
        smoothing.setId("smoothing");
        smoothing.setBlockIncrement(0.1);
        smoothing.getStyleClass().add("small");
        smoothing.valueProperty().addListener((property, before, after) -> redraw.ifPresent(Runnable::run));
        HBox.setHgrow(smoothing, Priority.ALWAYS);
        HBox line = new HBox(10, name, smoothing);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Shows a run. Few points, so everything is drawn anew. */
    void show(RunDetail run, List<TaskMark> marks, int plannedEpochs) {
        redraw = Optional.of(() -> draw(run, marks, plannedEpochs));
        draw(run, marks, plannedEpochs);
    }

    private void draw(RunDetail run, List<TaskMark> marks, int plannedEpochs) {
        Smoothing smooth = new Smoothing(smoothing.getValue());
        List<TaskMark> tasks =
                run.network().tasks().stream().mapToObj(marks::get).toList();
        legend.getChildren().setAll(tasks.stream().map(this::legendEntry).toList());
        int last = Math.max(plannedEpochs, run.epochs().size());
        epochs.setUpperBound(Math.max(1, last));
        epochs.setTickUnit(Math.max(1, Math.ceil(last / 6.0)));
        chart.setCreateSymbols(run.epochs().size() == 1);
        List<XYChart.Series<Number, Number>> series = new ArrayList<>();
        tasks.forEach(task -> series.add(measured(run, task, smooth)));
        tasks.stream()
                .filter(task -> run.baselines().containsKey(task.id()))
                .forEach(task -> series.add(baseline(run, task, epochs.getUpperBound())));
        nothing.setVisible(run.epochs().isEmpty());
        chart.setVisible(!run.epochs().isEmpty());
        chart.getData().setAll(series);
        for (int i = 0; i < series.size(); i++) {
            style(series.get(i), tasks, i);
        }
    }

    private void style(XYChart.Series<Number, Number> series, List<TaskMark> tasks, int position) {
        boolean dashed = position >= tasks.size();
        String id = series.getName();
        tasks.stream().filter(task -> task.id().equals(id)).findFirst().ifPresent(task -> {
            series.getNode().getStyleClass().addAll(task.styleClass(), dashed ? "baseline" : "measured");
            series.getData().forEach(point -> {
                if (point.getNode() != null) {
                    point.getNode().getStyleClass().addAll(task.styleClass(), dashed ? "baseline" : "measured");
                }
            });
        });
    }

    private static XYChart.Series<Number, Number> measured(RunDetail run, TaskMark task, Smoothing smooth) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(task.id());
        List<EpochLosses> known = run.epochs().stream()
                .filter(epoch -> Double.isFinite(epoch.validation().getOrDefault(task.id(), Double.NaN)))
                .toList();
        List<Double> losses = smooth.of(known.stream()
                .map(epoch -> epoch.validation().getOrDefault(task.id(), Double.NaN))
                .toList());
        for (int i = 0; i < losses.size(); i++) {
            series.getData().add(new XYChart.Data<>(known.get(i).epoch(), losses.get(i)));
        }
        return series;
    }

    private static XYChart.Series<Number, Number> baseline(RunDetail run, TaskMark task, double last) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(task.id());
        double loss = run.baselines().getOrDefault(task.id(), Double.NaN);
        series.getData().add(new XYChart.Data<>(0, loss));
        series.getData().add(new XYChart.Data<>(last, loss));
        return series;
    }

    private HBox legendEntry(TaskMark task) {
        StackPane dot = new StackPane(NetworkMark.dot(task));
        HBox entry = new HBox(5, dot, Icons.label(task.name() + " (" + task.letter() + ")", "legend-text"));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
