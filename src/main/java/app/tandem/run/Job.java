package app.tandem.run;

import app.tandem.data.DatasetCache;
import app.tandem.data.DatasetHash;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a worker needs to train one network once, wherever the worker runs.
 *
 * @param tasks all tasks of the study; the network names its own by index
 * @param setting what is held constant
 * @param seed of the weights and of the order of the images
 * @param datasetCache the decoded dataset, an absolute path
 * @param dataHash of what the network is trained on, of that dataset; a worker refuses another one
 * @param device where it may be trained
 * @param threads of one operation, 1 or more
 * @param work what it will take
 * @param affinityEvery at every how many steps the tasks' affinities are measured; 0 for never. The losses are the same
 */
public record Job(
        List<Task> tasks,
        Network network,
        Setting setting,
        int seed,
        Path datasetCache,
        String dataHash,
        Device device,
        int threads,
        Work work,
        int affinityEvery) {

    /**
     * What a run takes, to estimate its time.
     *
     * @param multiplyAdds of the whole network, for one image, forward; 0 where unknown
     * @param trainingImages in one epoch; 0 where unknown
     */
    public record Work(long multiplyAdds, int trainingImages) {

        public static final Work UNKNOWN = new Work(0, 0);

        public Work {
            if (multiplyAdds < 0 || trainingImages < 0) {
                throw new IllegalArgumentException("work is never negative");
            }
        }
    }

    public Job {
        tasks = List.copyOf(tasks);
        if (affinityEvery < 0 || (affinityEvery > 0 && network.tasks().size() < 2)) {
            throw new IllegalArgumentException("affinities are measured between the tasks of one network");
        }
        if (threads < 1 || seed < 0) {
            throw new IllegalArgumentException("a job needs at least one thread and a seed of 0 or more");
        }
        if (!network.tasks().isSubsetOf(TaskSet.all(tasks.size()))) {
            throw new IllegalArgumentException("the network has a task that the study lacks");
        }
        datasetCache = datasetCache.toAbsolutePath();
    }

    /** A job without affinities. */
    public Job(
            List<Task> tasks,
            Network network,
            Setting setting,
            int seed,
            Path datasetCache,
            String dataHash,
            Device device,
            int threads,
            Work work) {
        this(tasks, network, setting, seed, datasetCache, dataHash, device, threads, work, 0);
    }

    /** A job of one thread on any device. */
    public static Job of(Study study, Network network, Setting setting, int seed, DatasetCache cache) {
        String dataHash = cache.contentHash().of(network.taskIds(study.taskIds()));
        return new Job(study.tasks(), network, setting, seed, cache.file(), dataHash, Device.AUTO, 1, Work.UNKNOWN);
    }

    /** Whether the network would be trained on the data that the job was planned with. */
    boolean isOf(DatasetHash data) {
        List<String> ids = network.taskIds(taskIds());
        return data.has(ids) && data.of(ids).equals(dataHash);
    }

    public Job withDevice(Device newDevice) {
        return new Job(tasks, network, setting, seed, datasetCache, dataHash, newDevice, threads, work, affinityEvery);
    }

    public Job withWork(Work newWork) {
        return new Job(tasks, network, setting, seed, datasetCache, dataHash, device, threads, newWork, affinityEvery);
    }

    public Job withAffinities(int every) {
        return new Job(tasks, network, setting, seed, datasetCache, dataHash, device, threads, work, every);
    }

    public List<String> taskIds() {
        return tasks.stream().map(Task::id).toList();
    }

    public RunKey key() {
        return new RunKey(network.key(taskIds()), setting.name(), seed);
    }

    public boolean flips() {
        return tasks.stream().allMatch(Task::flips);
    }

    public String designHash() {
        return DesignHash.of(tasks, network, setting);
    }

    /**
     * Whether what {@code other} leaves in its folder is what this job leaves: same design, seed and data, and the same
     * affinities.
     */
    public boolean sameResultAs(Job other) {
        return key().equals(other.key())
                && designHash().equals(other.designHash())
                && dataHash.equals(other.dataHash)
                && threads == other.threads
                && affinityEvery == other.affinityEvery;
    }
}
