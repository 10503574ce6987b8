package app.tandem.workbench;

import app.tandem.data.Samples;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLoad;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The classic study of five tasks with the losses of Standley et al. (2020), as if it were training now. */
public final class RoomsStudy {

    static final String SETTING = "setting1";
    static final int EPOCHS = 15;

    static final List<Task> TASKS = Samples.rooms().tasks();

    private RoomsStudy() {}

    static Study study() {
        return study(List.of(SETTING), 1);
    }

    /** The study without a grouping of the user's own. */
    static Study withoutGroupings() {
        return study().withGroupings(List.of());
    }

    /** The paper's best grouping for 2.5 SNT, and two that one would think of first. */
    private static List<Grouping> groupings() {
        return List.of(
                new Grouping(
                        "As in the paper",
                        List.of(
                                Grouping.Member.of(Network.of(TaskSet.of(0, 1, 2), EncoderSize.FULL)),
                                new Grouping.Member(Network.of(TaskSet.of(2, 3, 4), EncoderSize.FULL), TaskSet.of(2)),
                                Grouping.Member.of(Network.of(TaskSet.of(2), EncoderSize.HALF)))),
                new Grouping(
                        "Semantic alone",
                        List.of(
                                Grouping.Member.of(Network.of(TaskSet.of(0), EncoderSize.FULL)),
                                Grouping.Member.of(Network.of(TaskSet.of(1, 2, 3, 4), EncoderSize.FULL)))),
                new Grouping("All in one", List.of(Grouping.Member.of(Network.of(TaskSet.all(5), EncoderSize.FULL)))));
    }

    private static Study study(List<String> settings, int seeds) {
        Schedule schedule = new Schedule(EPOCHS, 16, 0.1, Schedule.Decay.COSINE, 0.05, 0.9, 1e-4, 5);
        return new Study(
                "rooms, five tasks",
                DatasetReference.sample(DatasetReference.TASKONOMY, "rooms"),
                TASKS,
                settings.stream()
                        .map(name -> new Setting(name, EncoderDepth.LIGHT, Fraction.ONE, 64, schedule))
                        .toList(),
                seeds,
                Pool.everySubsetWithHalfSizeSingles(TASKS.size()),
                groupings(),
                new Budget(Fraction.of(5, 2)));
    }

    static RunKey key(String tasks) {
        return new RunKey(tasks, SETTING, 0);
    }

    /** The study in the middle of its training: everything measured in the table, some runs still under way. */
    static StudyInMemory inTraining() {
        StudyInMemory session = new StudyInMemory(study(), runs(), List.of(losses()));
        session.constant(Map.of(
                "segment_semantic", 0.1412,
                "depth_zbuffer", 0.4105,
                "normal", 0.2218,
                "keypoints2d", 0.1277,
                "edge_texture", 0.1024));
        session.runs().stream().filter(run -> run.epoch() > 0).forEach(run -> trainedSoFar(session, run));
        return session;
    }

    /** Its losses as if they had been measured elsewhere. */
    public static StudyInMemory ofLosses() {
        return new StudyInMemory(study().withDataset(Samples.standley2020()), runs(), List.of(losses()));
    }

    /** The study before its first run. */
    public static StudyInMemory untrained() {
        List<RunStatus> queued = study().networks().stream()
                .map(network -> status(network, RunState.QUEUED, 0, Optional.empty(), "", 0, ""))
                .toList();
        return new StudyInMemory(study(), queued, List.of());
    }

    /** Three settings with three seeds each, all measured; the seeds differ by about a percent. */
    static StudyInMemory severalSettings() {
        List<String> settings = List.of("setting1", "setting2", "setting3");
        List<RunStatus> runs = new ArrayList<>();
        for (String setting : settings) {
            for (int seed = 0; seed < 3; seed++) {
                for (RunStatus run : runs()) {
                    RunKey key = new RunKey(run.key().network(), setting, seed);
                    runs.add(new RunStatus(
                            key, RunState.DONE, EPOCHS, EPOCHS, 1, Optional.empty(), "cpu", 0, WorkerLoad.NONE, ""));
                }
            }
        }
        return new StudyInMemory(
                study(settings, 3),
                runs,
                settings.stream().map(setting -> losses(setting, 3)).toList());
    }

    private static List<RunStatus> runs() {
        List<RunStatus> runs = new ArrayList<>();
        for (Network network : study().networks()) {
            int position = runs.size();
            Optional<Duration> left =
                    Optional.of(Duration.ofSeconds(31 + 13L * network.tasks().size()));
            RunStatus run =
                    switch (position) {
                        case 20 ->
                            status(network, RunState.RUNNING, 12, Optional.of(Duration.ofSeconds(14)), "cpu", 206, "");
                        case 21 ->
                            status(network, RunState.RUNNING, 6, Optional.of(Duration.ofSeconds(49)), "cpu", 203, "");
                        case 22 -> status(network, RunState.PAUSED, 4, left, "", 0, "");
                        case 23 -> status(network, RunState.FAILED, 5, left, "", 0, "out of memory");
                        case 24 -> status(network, RunState.CANCELLED, 1, left, "", 0, "");
                        case 25 -> status(network, RunState.DIVERGED, 2, left, "", 0, "loss not finite at step 41");
                        default ->
                            position < 20
                                    ? status(network, RunState.DONE, EPOCHS, Optional.empty(), "cpu", 0, "")
                                    : status(network, RunState.QUEUED, 0, left, "", 0, "");
                    };
            runs.add(run);
        }
        return runs;
    }

    private static RunStatus status(
            Network network,
            RunState state,
            int epoch,
            Optional<Duration> left,
            String device,
            double speed,
            String reason) {
        RunKey key = key(network.key(TASKS.stream().map(Task::id).toList()));
        WorkerLoad load =
                state == RunState.RUNNING ? new WorkerLoad(1_320_000_000L, 0.97 - 0.01 * epoch, 0) : WorkerLoad.NONE;
        return new RunStatus(key, state, epoch, EPOCHS, epoch / (double) EPOCHS, left, device, speed, load, reason);
    }

    private static void trainedSoFar(StudyInMemory session, RunStatus run) {
        LossTable table = losses();
        List<String> ids = table.taskIds();
        Network network = Network.parse(run.key().network(), ids);
        int row = table.indexOf(network);
        for (int epoch = 1; epoch <= run.epoch(); epoch++) {
            Map<String, Double> validation = new LinkedHashMap<>();
            for (int task : network.tasks()) {
                double end = table.cell(row, task, Measure.VALIDATION).mean();
                double wave = 1 + 0.02 * Math.sin(3.0 * epoch + task);
                validation.put(ids.get(task), end * wave * (1 + 2.2 * Math.exp(-epoch / 2.6)));
            }
            session.finishEpoch(run.key(), new EpochLosses(epoch, validation, validation));
            StringBuilder line = new StringBuilder("epoch " + epoch);
            validation.forEach((task, loss) -> line.append(String.format(
                    java.util.Locale.ROOT,
                    "  %s %.4f",
                    task.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                    loss)));
            session.write(run.key(), line.toString());
        }
        session.write(run.key(), "checkpoint written, 4.1 MB");
    }

    static LossTable losses() {
        return losses(SETTING, 1);
    }

    /** The rooms of which only networks of at most so many tasks are measured. */
    static LossTable lossesUpTo(int most) {
        LossTable all = losses();
        LossTable.Builder known = LossTable.builder(all.setting(), all.taskIds(), all.weights());
        for (int row = 0; row < all.networks().size(); row++) {
            Network network = all.networks().get(row);
            known.network(network);
            for (int task : network.tasks()) {
                for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
                    if (network.tasks().size() <= most) {
                        known.add(network, 0, measure, task, all.mean(row, task, measure));
                    }
                }
            }
        }
        return known.build();
    }

    private static LossTable losses(String setting, int seeds) {
        List<String> ids = TASKS.stream().map(Task::id).toList();
        LossTable.Builder table =
                LossTable.builder(setting, ids, TASKS.stream().map(Task::weight).toList());
        Pool.everySubsetWithHalfSizeSingles(TASKS.size()).forEach(table::network);
        for (String line : published()) {
            String[] cells = line.split(",", -1);
            for (int seed = 0; cells[0].equals(setting) && seed < seeds; seed++) {
                table.add(
                        Network.of(Network.parseTasks(cells[1], ids), EncoderSize.parse(cells[2])),
                        seed,
                        Measure.parse(cells[3]).orElseThrow(),
                        ids.indexOf(cells[4]),
                        Double.parseDouble(cells[5]) * (1 + 0.01 * Math.sin(seed * line.hashCode())));
            }
        }
        return table.build();
    }

    private static List<String> published() {
        String file = "/standley2020/losses.csv";
        try (InputStream in = Objects.requireNonNull(RoomsStudy.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
