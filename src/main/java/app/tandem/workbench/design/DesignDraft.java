package app.tandem.workbench.design;

import app.tandem.study.LossFunction;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.workbench.start.SettingEdits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands in the fields of the sheet, as it is typed.
 *
 * @param settings in the study's order, new ones at the end
 * @param tasks in the study's order
 */
public record DesignDraft(String name, String seeds, List<SettingDraft> settings, List<TaskDraft> tasks) {

    /** What can be said of a setting, its name first. */
    public static final List<String> KEYS = Stream.concat(Stream.of(SettingEdits.NAME), SettingText.KEYS.stream())
            .toList();

    /** How a gradient that is never cut short is written. */
    private static final String NO_CLIPPING = "none";

    /**
     * A setting.
     *
     * @param base what it was, or of what it is a copy
     * @param values by {@link #KEYS}
     */
    public record SettingDraft(Setting base, Map<String, String> values) {

        public SettingDraft {
            values = Map.copyOf(values);
        }

        static SettingDraft of(Setting setting) {
            Schedule schedule = setting.schedule();
            Map<String, String> values = new LinkedHashMap<>();
            values.put(SettingEdits.NAME, setting.name());
            values.put("depth", setting.depth().id());
            values.put("share", setting.share().toString());
            values.put("size", String.valueOf(setting.inputSize()));
            values.put("epochs", String.valueOf(schedule.epochs()));
            values.put("batch", String.valueOf(schedule.batch()));
            values.put("rate", number(schedule.learningRate()));
            values.put("decay", schedule.decay().name().toLowerCase(Locale.ROOT));
            values.put("warmup", number(schedule.warmup()));
            values.put("momentum", number(schedule.momentum()));
            values.put("weight-decay", number(schedule.weightDecay()));
            values.put("clip", number(schedule.clipNorm()));
            return new SettingDraft(setting, values);
        }

        /** What stands in a field. */
        public String value(String key) {
            return values.getOrDefault(key, "");
        }

        SettingDraft with(String key, String text) {
            Map<String, String> next = new LinkedHashMap<>(values);
            next.put(key, text);
            return new SettingDraft(base, next);
        }
    }

    /**
     * A task.
     *
     * @param base what it is in the study
     */
    public record TaskDraft(Task base, String name, String weight, LossFunction loss) {

        static TaskDraft of(Task task) {
            return new TaskDraft(task, task.name(), number(task.weight()), task.loss());
        }

        TaskDraft withName(String text) {
            return new TaskDraft(base, text, weight, loss);
        }

        TaskDraft withWeight(String text) {
            return new TaskDraft(base, name, text, loss);
        }

        TaskDraft withLoss(LossFunction other) {
            return new TaskDraft(base, name, weight, other);
        }
    }

    public DesignDraft {
        settings = List.copyOf(settings);
        tasks = List.copyOf(tasks);
    }

    static DesignDraft of(Study study) {
        return new DesignDraft(
                study.name(),
                String.valueOf(study.seeds()),
                study.settings().stream().map(SettingDraft::of).toList(),
                study.tasks().stream().map(TaskDraft::of).toList());
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return NO_CLIPPING;
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }

    DesignDraft withName(String text) {
        return new DesignDraft(text, seeds, settings, tasks);
    }

    DesignDraft withSeeds(String text) {
        return new DesignDraft(name, text, settings, tasks);
    }

    DesignDraft withSetting(int index, String key, String text) {
        List<SettingDraft> next = new ArrayList<>(settings);
        next.set(index, next.get(index).with(key, text));
        return new DesignDraft(name, seeds, next, tasks);
    }

    DesignDraft plus(SettingDraft setting) {
        List<SettingDraft> next = new ArrayList<>(settings);
        next.add(setting);
        return new DesignDraft(name, seeds, next, tasks);
    }

    DesignDraft without(int index) {
        List<SettingDraft> next = new ArrayList<>(settings);
        next.remove(index);
        return new DesignDraft(name, seeds, next, tasks);
    }

    DesignDraft withTask(int index, TaskDraft task) {
        List<TaskDraft> next = new ArrayList<>(tasks);
        next.set(index, task);
        return new DesignDraft(name, seeds, settings, next);
    }
}
