package app.tandem.owner;

import app.tandem.data.Progress;
import app.tandem.run.Device;
import app.tandem.run.Job;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Runs of all tasks in one network, in which the affinities between them are measured. Safe for several threads. */
public final class JointRuns {

    private static final System.Logger LOG = System.getLogger(JointRuns.class.getName());

    private final StudyOwner owner;
    private final StudyFile file;
    private final StudyDataset dataset;
    private final Device device;
    private final Set<RunKey> asked = ConcurrentHashMap.newKeySet();
    private final Map<RunKey, JointAffinities> growing = new ConcurrentHashMap<>();

    JointRuns(StudyOwner owner, StudyFile file, StudyDataset dataset, Device device) {
        this.owner = owner;
        this.file = file;
        this.dataset = dataset;
        this.device = device;
    }

    /**
     * Queues the joint run of all tasks, with its affinities measured at every {@code every} steps. It is trained anew where
     * that was not done before; its losses are the same to the last bit. The queue still has to be started.
     *
     * @throws UserException if the dataset cannot be used, the study has but one task, or the run is being trained without
     *     affinities just now
     */
    public void measure(String setting, int seed, int every, Progress decoding) {
        Study design = owner.study();
        if (design.tasks().size() < 2) {
            throw new UserException(
                    "Affinities are between tasks, and the study has one",
                    owner.path().toString(),
                    "Add another task");
        }
        Setting chosen = design.setting(setting);
        Network joint = design.jointNetwork();
        RunKey key = key(design, setting, seed);
        if (isIn(key, RunState.RUNNING) && !asked.contains(key)) {
            throw new UserException(
                    "The joint run is being trained just now, without affinities",
                    owner.path().toString(),
                    "Ask for them once it has ended, or cancel it first");
        }
        Job job = dataset.job(design, new RunPlan.Planned(joint, chosen, seed, key), decoding);
        asked.add(key);
        owner.toTrain().wantJoint(key);
        owner.toTrain().resume(List.of(key));
        owner.submit(List.of(job.withDevice(device).withAffinities(every)));
    }

    /**
     * The job, with the affinities with which its run was begun, perhaps by an earlier owner whose worker is still at it: so
     * nothing that was trained and measured is trained again without.
     */
    Job asBegun(Job job) {
        RunFolder folder = RunFolder.of(file.runsFolder(), job.key());
        if (job.network().tasks().size() < 2 || !Files.exists(folder.jobFile())) {
            return job;
        }
        try {
            Job begun = folder.job();
            Job same = job.withAffinities(begun.affinityEvery());
            if (begun.affinityEvery() > 0 && begun.sameResultAs(same)) {
                asked.add(job.key());
                owner.toTrain().wantJoint(job.key());
                return same;
            }
        } catch (UserException damaged) {
            LOG.log(System.Logger.Level.DEBUG, "how " + job.key() + " was begun cannot be read", damaged);
        }
        return job;
    }

    private static RunKey key(Study design, String setting, int seed) {
        return new RunKey(design.jointNetwork().key(design.taskIds()), setting, seed);
    }

    private boolean isIn(RunKey key, RunState state) {
        return owner.queue().statuses().stream().anyMatch(run -> run.key().equals(key) && run.state() == state);
    }

    /** Whether a joint run of this setting is in the queue to measure affinities, and has not ended. */
    public boolean isMeasuring(String setting) {
        return owner.queue().statuses().stream()
                .anyMatch(run -> run.key().setting().equals(setting)
                        && asked.contains(run.key())
                        && !run.state().isFinal());
    }

    /** The affinities of a setting by seed, of joint runs that have ended. */
    public SortedMap<Integer, JointAffinities> affinities(String setting) {
        return file.affinities(setting);
    }

    /** The same with those that are being measured, as far as they are. */
    public SortedMap<Integer, JointAffinities> soFar(String setting) {
        Study design = owner.study();
        SortedMap<Integer, JointAffinities> all = new TreeMap<>(affinities(setting));
        growing.forEach((key, affinities) -> {
            if (key.equals(key(design, setting, key.seed()))) {
                all.putIfAbsent(key.seed(), affinities);
            }
        });
        return all;
    }

    StudyListener ear() {
        return new StudyListener() {
            @Override
            public void affinitiesMeasured(RunKey key, JointAffinities affinities) {
                growing.put(key, affinities);
            }

            @Override
            public void runChanged(RunStatus status) {
                if (status.state() == RunState.CANCELLED || status.state() == RunState.FAILED) {
                    growing.remove(status.key());
                }
            }

            @Override
            public void runEnded(RunKey key, RunResult result) {
                growing.remove(key);
                if (result instanceof RunResult.Finished) {
                    asked.remove(key);
                }
            }
        };
    }
}
