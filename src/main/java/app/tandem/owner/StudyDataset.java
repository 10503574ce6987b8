package app.tandem.owner;

import app.tandem.data.DatasetCache;
import app.tandem.data.DatasetCheck;
import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.loss.Measure;
import app.tandem.run.Job;
import app.tandem.store.StudyFile;
import app.tandem.study.DatasetReference;
import app.tandem.study.Setting;
import app.tandem.study.Split;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.training.CachedTrainingData;
import app.tandem.training.ConstantPrediction;
import app.tandem.training.NetworkWork;
import app.tandem.training.TrainingData;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The study's dataset, decoded once for each input size and kept open. What it holds is recorded in the study, so that
 * results of other data are known. Safe for several threads.
 */
final class StudyDataset {

    private record Key(DatasetReference reference, List<Task> tasks, int inputSize) {}

    /** The side of an example's image where no setting says one. */
    private static final int DEFAULT_SIZE = 64;

    private final Path cacheFolder;
    private final StudyFile file;
    private final Map<Key, DatasetCache> caches = new HashMap<>();

    StudyDataset(Path cacheFolder, StudyFile file) {
        this.cacheFolder = cacheFolder;
        this.file = file;
    }

    /** Decodes the dataset, or finds it decoded. */
    synchronized DatasetCache prepare(Study study, int inputSize, Progress progress) {
        return caches.computeIfAbsent(new Key(study.dataset(), study.tasks(), inputSize), key -> {
            DatasetCache cache = DatasetCache.prepare(key.reference(), key.tasks(), inputSize, cacheFolder, progress);
            file.recordDataset(key.reference(), inputSize, cache.contentHash());
            return cache;
        });
    }

    /** Looks at the dataset of every setting anew, in case its files have changed. */
    synchronized void look(Study study, Progress progress) {
        caches.clear();
        for (Setting setting : study.settings()) {
            prepare(study, setting.inputSize(), progress);
        }
    }

    /** What was found wrong when the dataset was decoded: images that were left out. Empty before {@link #prepare}. */
    synchronized List<DatasetCheck.Problem> problems() {
        return caches.values().stream()
                .flatMap(cache -> cache.check().problems().stream())
                .distinct()
                .toList();
    }

    /** What a worker needs to train a planned run. */
    Job job(Study study, RunPlan.Planned run, Progress decoding) {
        Setting setting = run.setting();
        DatasetCache cache = prepare(study, setting.inputSize(), decoding);
        Job.Work work = new Job.Work(
                NetworkWork.of(study.tasks(), run.network(), setting).multiplyAdds(),
                setting.trainingImages(cache.count(Split.TRAIN)));
        return Job.of(study, run.network(), setting, run.seed(), cache).withWork(work);
    }

    /** By measure, then by task id; empty where the study has no images. */
    Map<Measure, Map<String, Double>> constantPrediction(Study study, Setting setting, Progress decoding) {
        if (study.dataset().isOfLosses()) {
            return Map.of();
        }
        DatasetCache cache = prepare(study, setting.inputSize(), decoding);
        TrainingData data = new CachedTrainingData(cache);
        Map<Measure, Map<String, Double>> losses = new EnumMap<>(Measure.class);
        for (Task task : study.tasks()) {
            ConstantPrediction.losses(task, data)
                    .forEach((measure, loss) -> losses.computeIfAbsent(measure, ignored -> new LinkedHashMap<>())
                            .put(task.id(), loss));
        }
        return losses;
    }

    /** A sample to be looked at; only its own files are read. Empty where the study has no images. */
    static Optional<Example> example(Study study) {
        if (study.dataset().isOfLosses()) {
            return Optional.empty();
        }
        int size = study.settings().isEmpty()
                ? DEFAULT_SIZE
                : study.settings().get(0).inputSize();
        return Example.read(study.dataset(), study.tasks(), size);
    }
}
