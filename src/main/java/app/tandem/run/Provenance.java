package app.tandem.run;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is needed to make a result again.
 *
 * @param seed of the weights and of the order of the images
 * @param dataHash of the images and of the labels of the network's tasks, as they were decoded
 * @param designHash of everything of the study that shapes the result ({@link DesignHash})
 * @param versions component to version: {@code tandem}, {@code java}, {@code djl}, {@code os} …
 * @param device as in {@code cpu} or {@code cuda:0}
 * @param threads the threads of one operation; results are the same to the last bit only where these agree
 * @param duration of the training, over all restarts
 * @param multiplyAdds of the whole network, for one image, forward
 * @param imagesPerSecond trained, the mean of the run's last process
 */
public record Provenance(
        int seed,
        String dataHash,
        String designHash,
        Map<String, String> versions,
        String device,
        int threads,
        Duration duration,
        long multiplyAdds,
        double imagesPerSecond) {

    public Provenance {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
