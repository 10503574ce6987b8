package app.tandem.workbench.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of the losses page.
 *
 * @param task the id of the task whose losses it holds; empty unless it is a column of losses
 */
public record LossColumn(Kind kind, String task) {

    /** What a column holds. */
    public enum Kind {
        NETWORK,
        SETTING,
        ENCODER,
        STATE,
        SEEDS,
        TASK,
        SUM
    }

    public static final LossColumn NETWORK = new LossColumn(Kind.NETWORK, "");
    public static final LossColumn SETTING = new LossColumn(Kind.SETTING, "");
    public static final LossColumn ENCODER = new LossColumn(Kind.ENCODER, "");
    public static final LossColumn STATE = new LossColumn(Kind.STATE, "");
    public static final LossColumn SEEDS = new LossColumn(Kind.SEEDS, "");
    public static final LossColumn SUM = new LossColumn(Kind.SUM, "");

    static final String TASK_PREFIX = "task:";

    public LossColumn {
        if ((kind == Kind.TASK) == task.isEmpty()) {
            throw new IllegalArgumentException("a column of losses has a task, and no other has");
        }
    }

    public static LossColumn task(String id) {
        return new LossColumn(Kind.TASK, id);
    }

    /**
     * The columns of a study, from left to right.
     *
     * @param settings whether rows of several settings are told apart
     */
    static List<LossColumn> of(List<String> taskIds, boolean settings) {
        List<LossColumn> columns = new ArrayList<>(List.of(NETWORK));
        if (settings) {
            columns.add(SETTING);
        }
        columns.addAll(List.of(ENCODER, STATE, SEEDS));
        taskIds.forEach(id -> columns.add(task(id)));
        columns.add(SUM);
        return columns;
    }

    /** Its name in the file of what is remembered: {@code encoder}, {@code task:depth_zbuffer}. */
    public String id() {
        return kind == Kind.TASK ? TASK_PREFIX + task : kind.name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #id} writes; empty where it is no such name. */
    static Optional<LossColumn> parse(String id) {
        if (id.startsWith(TASK_PREFIX) && id.length() > TASK_PREFIX.length()) {
            return Optional.of(task(id.substring(TASK_PREFIX.length())));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.TASK && kind.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(new LossColumn(kind, ""));
            }
        }
        return Optional.empty();
    }
}
