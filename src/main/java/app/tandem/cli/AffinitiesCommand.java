package app.tandem.cli;

import app.tandem.loss.AffinityMatrix;
import app.tandem.owner.StudyOwner;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import app.tandem.training.TrainingRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem affinities}: what a step on one task does to the others, measured in one joint run. */
@Command(
        name = "affinities",
        mixinStandardHelpOptions = true,
        description =
                "Train all tasks in one network and measure there how a step on each task changes the losses of the"
                        + " others: tag (lookahead), cs (cosine of gradients) and etap (first order). Measured once, they are kept.")
final class AffinitiesCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Option(names = "--setting", paramLabel = "S", description = "Which setting, where there are several.")
    private @Nullable String setting;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "The seed of the joint run: 0, 1, …")
    private int seed;

    @Option(
            names = "--every",
            paramLabel = "K",
            defaultValue = "" + TrainingRequest.USUAL_AFFINITY_EVERY,
            description = "Measure at every K-th step (${DEFAULT-VALUE}).")
    private int every;

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    AffinitiesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = StudyPath.existing(console, study);
        try (Machine machine = new Machine(console, device.parse());
                StudyOwner owner = machine.open(file)) {
            Study design = owner.study();
            String chosen = SettingChoice.of(design, setting, study).name();
            requirePlausible(design, file);
            Optional<JointAffinities> measured =
                    Optional.ofNullable(owner.jointRuns().affinities(chosen).get(seed));
            if (measured.isEmpty()) {
                measure(owner, chosen);
                measured =
                        Optional.ofNullable(owner.jointRuns().affinities(chosen).get(seed));
            }
            JointAffinities affinities = measured.orElseThrow(() -> notMeasured(owner));
            console.out()
                    .print(
                            json
                                    ? GroupingJson.affinities(chosen, affinities) + "\n"
                                    : text(design, chosen, affinities));
            return ExitCode.OK;
        }
    }

    private void requirePlausible(Study design, Path file) {
        if (seed < 0 || seed >= design.seeds()) {
            throw new UserException(
                    "The study has no seed " + seed, file.toString(), "Use one of 0 to " + (design.seeds() - 1));
        }
        if (every < 1) {
            throw new UserException("Affinities cannot be measured at every " + every + " steps", "", "Use 1 or more");
        }
    }

    private void measure(StudyOwner owner, String chosen) {
        owner.jointRuns().measure(chosen, seed, every, ProgressLine.counting(console, "decoding images"));
        owner.queue().start();
        new TrainingSession(console, owner, "tandem affinities " + study).watchOne();
    }

    private UserException notMeasured(StudyOwner owner) {
        String why = owner.queue().statuses().stream()
                .filter(status -> status.state() != RunState.DONE)
                .map(RunStatus::reason)
                .filter(reason -> !reason.isBlank())
                .collect(Collectors.joining(" "));
        return new UserException(
                "The joint run ended without affinities" + (why.isEmpty() ? "" : ": " + why),
                study.toString(),
                "Look into the study's folder of runs, or choose another setting");
    }

    private static String text(Study design, String chosen, JointAffinities affinities) {
        List<String> names = design.tasks().stream().map(task -> task.name()).toList();
        StringBuilder text = new StringBuilder();
        for (AffinityMatrix matrix : affinities.matrices()) {
            text.append(MethodsText.affinities(names, matrix, chosen, affinities.steps()))
                    .append('\n');
        }
        return text.toString();
    }
}
