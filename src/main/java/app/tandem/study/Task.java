package app.tandem.study;

import java.util.regex.Pattern;

/**
 * One thing to predict.
 *
 * @param id the name used in files and on the command line, such as {@code depth_zbuffer}
 * @param name the name shown to people, such as “Depth”
 * @param kind the shape of the label
 * @param loss what training minimises
 * @param weight the factor of this task's loss in every sum of losses; above 0
 * @param flips whether a horizontal flip of the image leaves the label meaningful. Flips are used in training only where
 *     every task of the study allows it, so that two networks differ by nothing but what they share
 */
public record Task(String id, String name, TaskKind kind, LossFunction loss, double weight, boolean flips) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    public Task {
        requireId(id);
        if (name.isBlank()) {
            throw new UserException("A task has no name", id, "Give it one");
        }
        if (!loss.fits(kind)) {
            throw new UserException(
                    "The loss " + loss.label() + " does not fit the task",
                    id,
                    "Use cross-entropy for classes, L1 or squared error for numbers");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new UserException("A task's weight of " + weight + " is not above 0", id, "Give a positive weight");
        }
    }

    /**
     * Checks that a text can name a task in files: letters, digits, {@code _}, {@code .} and {@code -}.
     *
     * @throws UserException if it cannot
     */
    public static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new UserException(
                    "‘" + id + "’ cannot name a task", "", "Use letters, digits, ‘_’, ‘.’ and ‘-’ only");
        }
        return id;
    }

    public Task withWeight(double newWeight) {
        return new Task(id, name, kind, loss, newWeight, flips);
    }

    public Task withName(String newName) {
        return new Task(id, newName, kind, loss, weight, flips);
    }

    public Task withLoss(LossFunction newLoss) {
        return new Task(id, name, kind, newLoss, weight, flips);
    }
}
