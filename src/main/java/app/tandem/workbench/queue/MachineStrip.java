package app.tandem.workbench.queue;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLoad;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What each worker does now, and the memory they take. */
final class MachineStrip extends GridPane {

    private final Messages messages;

    MachineStrip(Messages messages) {
        this.messages = messages;
        setHgap(12);
        setVgap(6);
        ColumnConstraints middle = new ColumnConstraints();
        middle.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(new ColumnConstraints(), middle, right);
    }

    void show(List<RunStatus> runs, long machineMemory) {
        List<RunStatus> running =
                runs.stream().filter(run -> run.state() == RunState.RUNNING).toList();
        getChildren().clear();
        if (running.isEmpty()) {
            add(Icons.label(messages.text("train.noWorker"), "muted"), 0, 0, 3, 1);
            return;
        }
        double fastest =
                running.stream().mapToDouble(RunStatus::imagesPerSecond).max().orElse(1);
        for (int row = 0; row < running.size(); row++) {
            RunStatus run = running.get(row);
            boolean starting = run.imagesPerSecond() <= 0;
            String speed = starting
                    ? messages.text("train.starting")
                    : messages.text("train.imagesPerSecond", whole(run.imagesPerSecond())) + load(run.load());
            line(row, worker(row + 1, run.device()), fastest > 0 ? run.imagesPerSecond() / fastest : 0, speed);
        }
        long used =
                running.stream().mapToLong(run -> run.load().residentBytes()).sum();
        String memory = machineMemory > 0
                ? messages.text("train.memoryOf", Messages.gibibytes(used), Messages.gibibytes(machineMemory))
                : messages.text("train.memoryUsed", Messages.gibibytes(used));
        line(
                running.size(),
                messages.text("train.memory"),
                machineMemory > 0 ? used / (double) machineMemory : 0,
                memory);
    }

    private String load(WorkerLoad load) {
        String cores = load.cores() > 0 ? " · " + messages.text("train.cpu", whole(100 * load.cores())) : "";
        String gpu = load.gpuBytes() > 0
                ? " · " + messages.text("train.gpuMemory", Messages.gibibytes(load.gpuBytes()))
                : "";
        return cores + gpu;
    }

    private String worker(int number, String device) {
        String name = messages.text("train.worker", number);
        return device.isEmpty() || device.equals("cpu") ? name : name + " · " + device;
    }

    private void line(int row, String name, double share, String words) {
        Label label = Icons.whole(name, "muted");
        ProgressBar bar = new ProgressBar(Math.min(1, Math.max(0, share)));
        bar.getStyleClass().addAll("thin", "running");
        bar.setMaxWidth(Double.MAX_VALUE);
        Label value = Icons.whole(words);
        addRow(row, label, bar, value);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
