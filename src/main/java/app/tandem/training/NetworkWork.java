package app.tandem.training;

import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Task;
import java.util.List;

/**
 * What a network takes: multiply-adds of one forward pass over one image. Pure arithmetic.
 *
 * @param encoder what counts in SNT
 * @param heads all heads together; they count in no cost, but in the time
 */
public record NetworkWork(long encoder, long heads) {

    /**
     * The work of a network in a setting.
     *
     * @param tasks all tasks of the study; the network names its own by index
     * @throws app.tandem.study.UserException if there is no encoder of its size
     */
    public static NetworkWork of(List<Task> tasks, Network network, Setting setting) {
        EncoderPlan plan = EncoderPlan.of(setting.depth(), network.encoder(), setting.inputSize());
        long heads = network.tasks().stream()
                .mapToLong(task -> HeadPlan.of(tasks.get(task).kind(), plan).multiplyAdds())
                .sum();
        return new NetworkWork(plan.multiplyAdds(), heads);
    }

    public long multiplyAdds() {
        return encoder + heads;
    }
}
