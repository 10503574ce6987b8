package app.tandem.study;

import java.util.ArrayList;
import java.util.List;

/**
 * One encoder shared by a set of tasks, one head per task.
 *
 * @param tasks the tasks it is trained on; at least one
 */
public record Network(TaskSet tasks, EncoderSize encoder, SharingScheme sharing) {

    public Network {
        if (tasks.isEmpty()) {
            throw new UserException("A network has no task", "", "Put at least one task into it");
        }
    }

    /** A network of hard sharing. */
    public static Network of(TaskSet tasks, EncoderSize encoder) {
        return new Network(tasks, encoder, SharingScheme.HARD);
    }

    public Cost cost() {
        return sharing.cost(tasks, encoder);
    }

    /** The ids of its tasks, given those of all the study's tasks. */
    public List<String> taskIds(List<String> all) {
        List<String> ids = new ArrayList<>();
        tasks.forEach(task -> ids.add(all.get(task)));
        return ids;
    }

    /**
     * Its name in files and on the command line: task ids in the study's order, then the encoder, as in {@code
     * depth_zbuffer+normal@1/2}; a scheme other than hard sharing follows after a second {@code @}.
     */
    public String key(List<String> taskIds) {
        String suffix = sharing.equals(SharingScheme.HARD) ? "" : "@" + sharing.id();
        return tasks.join(taskIds) + "@" + encoder + suffix;
    }

    /**
     * Reads what {@link #key} writes; without {@code @} the encoder is full-size.
     *
     * @throws UserException if a task is unknown or named twice, or the encoder is no size
     */
    public static Network parse(String key, List<String> taskIds) {
        String[] parts = key.strip().split("@", -1);
        if (parts.length > 3) {
            throw new UserException("‘" + key + "’ is not a network", "", "Write it as depth+normal@1/2");
        }
        EncoderSize encoder = parts.length > 1 ? EncoderSize.parse(parts[1]) : EncoderSize.FULL;
        SharingScheme sharing = parts.length > 2 ? SharingScheme.parse(parts[2]) : SharingScheme.HARD;
        return new Network(parseTasks(parts[0], taskIds), encoder, sharing);
    }

    /**
     * Reads task ids joined by {@code +}.
     *
     * @throws UserException if a task is unknown or named twice
     */
    public static TaskSet parseTasks(String joined, List<String> taskIds) {
        TaskSet tasks = TaskSet.EMPTY;
        for (String id : joined.split("\\+", -1)) {
            int task = taskIds.indexOf(id.strip());
            if (task < 0) {
                throw new UserException(
                        "The task ‘" + id.strip() + "’ is unknown", "", "Use one of " + String.join(", ", taskIds));
            }
            if (tasks.contains(task)) {
                throw new UserException("The task ‘" + id.strip() + "’ is named twice", joined, "Name each task once");
            }
            tasks = tasks.with(task);
        }
        return tasks;
    }
}
