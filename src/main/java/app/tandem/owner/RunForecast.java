package app.tandem.owner;

import app.tandem.run.Pace;
import app.tandem.run.Provenance;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.NetworkWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a design would still have trained.
 *
 * @param networks its candidates
 * @param runs those of its runs that have no result
 * @param time how long they take on this machine, from the runs that ended here; empty where none did, or nothing is left
 */
public record RunForecast(int networks, int runs, Optional<Duration> time) {

    private record Work(Network network, Setting setting) {}

    /**
     * Counts the missing runs and estimates their time. A run's time is taken to be linear in its network's multiply-adds
     * and proportional to its passes over the dataset, epochs × share of the training images.
     *
     * @param slots how many runs are trained at a time
     */
    public static RunForecast of(Study design, Collection<StoredRun> recorded, int slots) {
        RunPlan plan = RunPlan.of(design, recorded);
        return of(design, plan.missing(), pace(design, recorded), slots);
    }

    /** Of some runs of a design, at the pace of runs that may be of another. */
    static RunForecast of(Study design, List<RunPlan.Planned> missing, Pace pace, int slots) {
        return new RunForecast(design.networks().size(), missing.size(), time(design, missing, pace, slots));
    }

    /** The pace at which the runs of a design ended here. */
    static Pace pace(Study design, Collection<StoredRun> recorded) {
        return Pace.of(samples(design, recorded));
    }

    /** One for each choice of candidates. */
    static List<RunForecast> each(
            Study design, List<List<Network>> choices, Collection<StoredRun> recorded, int slots) {
        return choices.stream()
                .map(networks -> of(design.withNetworks(networks), recorded, slots))
                .toList();
    }

    private static Optional<Duration> time(Study design, List<RunPlan.Planned> missing, Pace pace, int slots) {
        if (!pace.isKnown() || missing.isEmpty()) {
            return Optional.empty();
        }
        Map<Work, Double> seconds = new HashMap<>();
        double sum = 0;
        double longest = 0;
        for (RunPlan.Planned run : missing) {
            Double known = seconds.computeIfAbsent(
                    new Work(run.network(), run.setting()), work -> secondsOf(design, work, pace));
            if (known.isNaN()) {
                return Optional.empty();
            }
            sum += known;
            longest = Math.max(longest, known);
        }
        return Optional.of(Duration.ofMillis(Math.round(1000 * Math.max(sum / Math.max(1, slots), longest))));
    }

    /** NaN where there is no such encoder; that is told when it is to be trained. */
    private static double secondsOf(Study design, Work work, Pace pace) {
        try {
            long multiplyAdds = NetworkWork.of(design.tasks(), work.network(), work.setting())
                    .multiplyAdds();
            return pace.secondsOf(passes(work.setting()), multiplyAdds);
        } catch (UserException noSuchEncoder) {
            return Double.NaN;
        }
    }

    private static List<Pace.Sample> samples(Study design, Collection<StoredRun> recorded) {
        Map<String, Setting> settings = new HashMap<>();
        design.settings().forEach(setting -> settings.put(setting.name(), setting));
        List<Pace.Sample> samples = new ArrayList<>();
        for (StoredRun run : recorded) {
            Setting setting = settings.get(run.key().setting());
            if (setting != null
                    && run.isOfDesign()
                    && !design.dataset().isOfLosses()
                    && run.result().orElse(null) instanceof RunResult.Finished finished) {
                Provenance made = finished.provenance();
                double seconds = made.duration().toMillis() / 1000.0;
                samples.add(new Pace.Sample(made.multiplyAdds(), seconds, passes(setting)));
            }
        }
        return samples;
    }

    private static double passes(Setting setting) {
        return setting.schedule().epochs() * setting.share().toDouble();
    }
}
