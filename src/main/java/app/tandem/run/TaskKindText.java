package app.tandem.run;

import app.tandem.study.TaskKind;

/** A task's kind as a short text, in job files and in study files: {@code segmentation 17 0}, {@code normals}. */
public final class TaskKindText {

    private TaskKindText() {}

    public static String write(TaskKind kind) {
        if (kind instanceof TaskKind.Segmentation s) {
            return "segmentation " + s.classes() + " " + s.ignoredLabel();
        } else if (kind instanceof TaskKind.RegressionMap map) {
            return "map " + map.channels();
        } else if (kind instanceof TaskKind.NormalMap) {
            return "normals";
        } else if (kind instanceof TaskKind.Classification c) {
            return "classification " + c.classes();
        } else if (kind instanceof TaskKind.Regression r) {
            return "regression " + r.values();
        } else if (kind instanceof TaskKind.LossesOnly) {
            return "losses";
        }
        throw new IllegalStateException("an unknown kind of task: " + kind);
    }

    /** @throws IllegalArgumentException if the text is not what {@link #write} gives */
    public static TaskKind read(String text) {
        String[] parts = text.split(" ", -1);
        return switch (parts[0] + " " + (parts.length - 1)) {
            case "segmentation 2" -> new TaskKind.Segmentation(number(parts[1]), number(parts[2]));
            case "map 1" -> new TaskKind.RegressionMap(number(parts[1]));
            case "normals 0" -> new TaskKind.NormalMap();
            case "classification 1" -> new TaskKind.Classification(number(parts[1]));
            case "regression 1" -> new TaskKind.Regression(number(parts[1]));
            case "losses 0" -> new TaskKind.LossesOnly();
            default -> throw new IllegalArgumentException("‘" + text + "’ is no kind of task");
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
