package app.tandem.training;

import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import java.util.List;

/**
 * One network to train once.
 *
 * @param tasks all tasks of the study, in its order; those outside the network matter only for whether flips are used
 * @param seed of everything random in the run
 * @param affinityEvery at every how many steps the tasks' affinities are measured; 0 for never. The losses are the same to
 *     the last bit
 */
public record TrainingRequest(
        List<Task> tasks, Network network, Setting setting, long seed, ComputeDevice device, int affinityEvery) {

    /** How often affinities are measured if nobody says otherwise: as in Fifty et al. (NeurIPS 2021). */
    public static final int USUAL_AFFINITY_EVERY = 10;

    /** @throws IllegalArgumentException if affinities are to be measured in a network of one task */
    public TrainingRequest {
        tasks = List.copyOf(tasks);
        if (affinityEvery < 0 || (affinityEvery > 0 && network.tasks().size() < 2)) {
            throw new IllegalArgumentException("affinities at every " + affinityEvery + " steps of " + network);
        }
    }

    /** A request without affinities. */
    public TrainingRequest(List<Task> tasks, Network network, Setting setting, long seed, ComputeDevice device) {
        this(tasks, network, setting, seed, device, 0);
    }

    /** The tasks the network is trained on, in the study's order. */
    public List<Task> trainedTasks() {
        return network.tasks().stream().mapToObj(tasks::get).toList();
    }

    /** Whether images are flipped in training: only where every task of the study allows it. */
    public boolean flips() {
        return tasks.stream().allMatch(Task::flips);
    }

    /**
     * All that shapes the result but the data and the seed, as text. Names shown to people are not in it, nor what the
     * study says of tasks that the network is not trained on.
     */
    String design() {
        StringBuilder text = new StringBuilder(networkKey());
        text.append(' ').append(network.sharing().id()).append(" flips ").append(flips());
        for (Task task : trainedTasks()) {
            text.append('\n').append(task.id()).append(' ').append(task.kind());
            text.append(' ').append(task.loss()).append(' ').append(task.weight());
        }
        text.append('\n').append(setting.depth()).append(' ').append(setting.share());
        text.append(' ').append(setting.inputSize()).append(' ').append(setting.schedule());
        return text.toString();
    }

    /** The network's name, as in {@code depth_zbuffer+normal@1/2}. */
    public String networkKey() {
        return network.key(tasks.stream().map(Task::id).toList());
    }
}
