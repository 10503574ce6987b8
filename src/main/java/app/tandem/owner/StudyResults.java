package app.tandem.owner;

import app.tandem.data.DatasetCache;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.LossTableReport;
import app.tandem.report.SettingEvidence;
import app.tandem.report.StudyEvidence;
import app.tandem.report.StudyOrigin;
import app.tandem.report.StudyReport;
import app.tandem.report.TrainingCourse;
import app.tandem.report.Words;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import app.tandem.training.CachedTrainingData;
import app.tandem.training.ConstantPrediction;
import app.tandem.training.JointAffinities;
import app.tandem.training.TrainingData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of one setting of a study: read from its file by anyone, also while another process trains it.
 *
 * @param epochs per network, the reported epoch of each seed that finished
 * @param constants by measure and task id, the loss of the best constant prediction; empty where the dataset is not at
 *     hand
 * @param all what is known of every setting
 * @param courses reads how the losses of the runs of these networks went down, in this setting
 */
public record StudyResults(
        Study study,
        Setting setting,
        LossTable losses,
        Map<Network, List<Integer>> epochs,
        Map<Measure, Map<String, Double>> constants,
        StudyEvidence all,
        Function<Set<Network>, List<TrainingCourse>> courses) {

    /**
     * Reads one setting.
     *
     * @throws UserException if the file is no study, or has no such setting
     */
    public static StudyResults read(Path file, String setting, Path cacheFolder, Progress decoding) {
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            StudyResults results = of(open, setting, cacheFolder, decoding);
            List<String> tasks = results.study().taskIds();
            return results.withCourses(networks -> {
                try (StudyFile again = StudyFile.openReadOnly(file)) {
                    return courses(again, tasks, setting, networks);
                }
            });
        }
    }

    private StudyResults withCourses(Function<Set<Network>, List<TrainingCourse>> other) {
        return new StudyResults(study, setting, losses, epochs, constants, all, other);
    }

    /**
     * The same from a file that is open already. Who owns a study must not open it again: closing that second file
     * would give up the locks of the first.
     */
    static StudyResults of(StudyFile open, String setting, Path cacheFolder, Progress decoding) {
        Study study = open.study();
        return of(open, study, setting, constants(study, study.setting(setting), cacheFolder, decoding));
    }

    /** The same of a design that may not be saved yet, with constant predictions that are known already. */
    static StudyResults of(StudyFile open, Study study, String setting, Map<Measure, Map<String, Double>> constants) {
        Setting found = study.setting(setting);
        List<StoredRun> runs = open.runs();
        StudyEvidence all = evidence(open, study, study.settings(), runs);
        LossTable losses = all.setting(found.name()).losses();
        return new StudyResults(
                study,
                found,
                losses,
                epochs(study, found, runs),
                constants,
                all,
                networks -> courses(open, study.taskIds(), found.name(), networks));
    }

    private static List<TrainingCourse> courses(
            StudyFile open, List<String> tasks, String setting, Set<Network> networks) {
        Set<String> keys = networks.stream().map(network -> network.key(tasks)).collect(Collectors.toSet());
        return open.runs().stream()
                .filter(run -> run.counts()
                        && run.key().setting().equals(setting)
                        && keys.contains(run.key().network()))
                .map(run -> new TrainingCourse(
                        Network.parse(run.key().network(), tasks),
                        run.key().seed(),
                        List.copyOf(open.epochs(run.key()).values())))
                .filter(course -> !course.epochs().isEmpty())
                .toList();
    }

    private static StudyEvidence evidence(StudyFile open, Study study, List<Setting> settings, List<StoredRun> runs) {
        List<SettingEvidence> each = settings.stream()
                .map(Setting::name)
                .map(name -> new SettingEvidence(
                        open.lossTable(name),
                        JointAffinities.means(open.affinities(name).values())))
                .toList();
        return new StudyEvidence(each, Optional.of(StudyOrigin.of(study, runs)));
    }

    /** The same without the constant predictions, for which the dataset would have to be decoded. */
    public static StudyResults readLosses(Path file, String setting) {
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            Study study = open.study();
            Setting found = study.setting(setting);
            List<StoredRun> runs = open.runs();
            StudyEvidence one = evidence(open, study, List.of(found), runs);
            LossTable losses = one.setting(found.name()).losses();
            Map<Network, List<Integer>> epochs = epochs(study, found, runs);
            return new StudyResults(study, found, losses, epochs, Map.of(), one, networks -> List.of());
        }
    }

    /** The names of the tasks for people, in the order of the tasks. */
    public List<String> names() {
        return study.tasks().stream().map(Task::name).toList();
    }

    /** The best grouping at every budget. */
    public Frontier frontier() {
        return all.setting(setting.name()).frontier();
    }

    /** The measure that reports: test, or validation where nothing was tested. */
    public Measure reported() {
        return losses.has(Measure.TEST) ? Measure.TEST : Measure.VALIDATION;
    }

    /** The network × task table of one measure, with everything known beside it. */
    public LossTableReport table(Measure measure, Words words) {
        Map<String, Double> known = constants.getOrDefault(measure, Map.of());
        LossTableReport report =
                LossTableReport.of(losses, names(), words).withMeasure(measure).withEpochs(epochs);
        if (known.isEmpty()) {
            return report;
        }
        return report.withConstants(study.taskIds().stream()
                .map(id ->
                        known.containsKey(id) ? OptionalDouble.of(known.getOrDefault(id, 0.0)) : OptionalDouble.empty())
                .toList());
    }

    /** Every table and figure, with the best grouping at this budget. */
    public StudyReport report(Budget budget, Words words) {
        Frontier frontier = frontier();
        return new StudyReport(table(reported(), words), frontier, budget, study.groupings(), all)
                .with(courses.apply(drawn(frontier, budget)));
    }

    /** Every task alone at full size, all tasks together, and the networks of the best grouping. */
    private Set<Network> drawn(Frontier frontier, Budget budget) {
        Set<Network> drawn = new LinkedHashSet<>(Set.of(study.jointNetwork()));
        for (int task = 0; task < study.tasks().size(); task++) {
            drawn.add(Network.of(TaskSet.of(task), EncoderSize.FULL));
        }
        frontier.at(budget).ifPresent(best -> best.networks().forEach(served -> drawn.add(served.network())));
        return drawn;
    }

    private static Map<Network, List<Integer>> epochs(Study study, Setting setting, List<StoredRun> runs) {
        Map<Network, List<Integer>> epochs = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            if (run.counts()
                    && run.key().setting().equals(setting.name())
                    && run.result().orElse(null) instanceof RunResult.Finished finished
                    && finished.reportedEpoch() != RunResult.Finished.EPOCH_UNKNOWN) {
                epochs.computeIfAbsent(
                                Network.parse(run.key().network(), study.taskIds()), network -> new ArrayList<>())
                        .add(finished.reportedEpoch());
            }
        }
        return epochs;
    }

    /** By measure and task id, the losses of the best constant predictions; empty where the dataset is not at hand. */
    static Map<Measure, Map<String, Double>> constants(
            Study study, Setting setting, Path cacheFolder, Progress decoding) {
        try {
            TrainingData data = new CachedTrainingData(
                    DatasetCache.prepare(study.dataset(), study.tasks(), setting.inputSize(), cacheFolder, decoding));
            Map<Measure, Map<String, Double>> constants = new EnumMap<>(Measure.class);
            for (Task task : study.tasks()) {
                ConstantPrediction.losses(task, data).forEach((measure, loss) -> {
                    if (Double.isFinite(loss)) {
                        constants
                                .computeIfAbsent(measure, ignored -> new LinkedHashMap<>())
                                .put(task.id(), loss);
                    }
                });
            }
            return constants;
        } catch (UserException datasetIsAway) {
            return Map.of();
        }
    }
}
