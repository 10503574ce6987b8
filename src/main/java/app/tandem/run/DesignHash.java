package app.tandem.run;

import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Sha256;
import app.tandem.study.Task;
import java.util.List;

/**
 * A hash of everything in a study's design that shapes the result of one network: its tasks with kind, loss and weight,
 * whether images are flipped, the encoder, and what its setting says. Names shown to people are not in it. A result
 * whose hash differs from the design's belongs to a design that is no more.
 */
public final class DesignHash {

    private final List<String> tasks;
    private final boolean flips;
    private final String setting;

    /**
     * Of networks in one setting.
     *
     * @param tasks all those of the study
     */
    public DesignHash(List<Task> tasks, Setting setting) {
        this.tasks = tasks.stream().map(DesignHash::line).toList();
        this.flips = tasks.stream().allMatch(Task::flips);
        this.setting = text(setting);
    }

    /** SHA-256 in hexadecimal; {@code tasks} are all those of the study. */
    public static String of(List<Task> tasks, Network network, Setting setting) {
        return new DesignHash(tasks, setting).of(network);
    }

    /** SHA-256 in hexadecimal. */
    public String of(Network network) {
        StringBuilder text = new StringBuilder();
        for (int task : network.tasks().toArray()) {
            text.append(tasks.get(task));
        }
        text.append(flips).append('\n');
        text.append(network.encoder())
                .append(' ')
                .append(network.sharing().id())
                .append('\n');
        return Sha256.hex(text.append(setting).toString());
    }

    private static String line(Task task) {
        return task.id() + ' ' + TaskKindText.write(task.kind()) + ' ' + task.loss() + ' ' + task.weight() + '\n';
    }

    private static String text(Setting setting) {
        StringBuilder text = new StringBuilder();
        text.append(setting.depth().id()).append(' ');
        text.append(setting.share()).append(' ').append(setting.inputSize()).append('\n');
        var schedule = setting.schedule();
        text.append(schedule.epochs()).append(' ').append(schedule.batch()).append(' ');
        text.append(schedule.learningRate())
                .append(' ')
                .append(schedule.decay())
                .append(' ');
        text.append(schedule.warmup()).append(' ').append(schedule.momentum()).append(' ');
        text.append(schedule.weightDecay()).append(' ').append(schedule.clipNorm());
        return text.toString();
    }
}
