package app.tandem.workbench;

import app.tandem.data.Progress;
import app.tandem.loss.Measure;
import app.tandem.owner.StudyOwner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The losses of the best constant predictions. They need the dataset, whose decoding can take long; so they come later,
 * and not at all where the dataset has moved.
 */
final class ConstantLosses {

    private static final System.Logger LOG = System.getLogger(ConstantLosses.class.getName());

    private final StudyOwner owner;
    private final Executor background;
    private final Runnable known;
    private final Map<String, Map<Measure, Map<String, Double>>> bySetting = new ConcurrentHashMap<>();

    /** @param known told when more of them are known */
    ConstantLosses(StudyOwner owner, Executor background, Runnable known) {
        this.owner = owner;
        this.background = background;
        this.known = known;
    }

    /** Task id to loss, as far as they are known now; asks for them where they are not. */
    Map<String, Double> of(String setting, Measure measure) {
        Map<Measure, Map<String, Double>> losses = bySetting.get(setting);
        if (losses == null) {
            if (bySetting.putIfAbsent(setting, Map.of()) == null) {
                background.execute(() -> read(setting));
            }
            return Map.of();
        }
        return losses.getOrDefault(measure, Map.of());
    }

    private void read(String setting) {
        try {
            bySetting.put(setting, owner.constantPrediction(setting, Progress.NONE));
            known.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "no constant predictions for " + setting, e);
        }
    }
}
