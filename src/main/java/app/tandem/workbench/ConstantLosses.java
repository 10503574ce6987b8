package app.tandem.workbench;

import app.tandem.data.Progress;
import app.tandem.loss.Measure;
import app.tandem.study.UserException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The losses of the best constant predictions. They need the dataset, whose decoding can take long; so they come later,
 * and not at all where the dataset has moved.
 */
final class ConstantLosses {

    private static final System.Logger LOG = System.getLogger(ConstantLosses.class.getName());

    /** Reads them for every measure and task, however long the dataset takes; empty where it is not at hand. */
    interface Source {
        Map<Measure, Map<String, Double>> read(String setting, Progress decoding);
    }

    private final Source source;
    private final Executor background;
    private final Runnable known;
    private volatile Map<String, Map<Measure, Map<String, Double>>> bySetting = new ConcurrentHashMap<>();

    /** @param known told when more of them are known */
    ConstantLosses(Source source, Executor background, Runnable known) {
        this.source = source;
        this.background = background;
        this.known = known;
    }

    /** The dataset is another one, or its tasks are; what is still being read of the old one is not shown. */
    void forget() {
        bySetting = new ConcurrentHashMap<>();
    }

    /** Task id to loss, as far as they are known now; asks for them where they are not. */
    Map<String, Double> of(String setting, Measure measure) {
        return of(setting).getOrDefault(measure, Map.of());
    }

    /** The same for every measure. */
    Map<Measure, Map<String, Double>> of(String setting) {
        Map<Measure, Map<String, Double>> losses = bySetting.get(setting);
        if (losses == null && bySetting.putIfAbsent(setting, Map.of()) == null) {
            background.execute(() -> read(setting, Progress.NONE));
        }
        return losses == null ? Map.of() : losses;
    }

    /** The same, waited for however long the dataset takes; empty only where it is not at hand. */
    Map<Measure, Map<String, Double>> complete(String setting, Progress decoding) {
        if (bySetting.getOrDefault(setting, Map.of()).isEmpty()) {
            read(setting, decoding);
        }
        return bySetting.getOrDefault(setting, Map.of());
    }

    private void read(String setting, Progress decoding) {
        try {
            Map<String, Map<Measure, Map<String, Double>>> asked = bySetting;
            asked.put(setting, source.read(setting, decoding));
            known.run();
        } catch (UserException e) {
            // The window says above every page that the dataset is not there.
            LOG.log(System.Logger.Level.INFO, "no constant predictions for " + setting + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "no constant predictions for " + setting, e);
        }
    }
}
