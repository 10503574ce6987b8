package app.tandem.workbench;

import app.tandem.run.LastWords;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.study.Blocking;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.training.EpochLosses;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is worth reading of a run: its epochs, and where it failed what its worker printed last. */
final class RunLog {

    private static final int PRINTED_LINES = 40;
    private static final long LONGEST = 1 << 20;

    private RunLog() {}

    /** @param all of the study's runs; where this one failed, what its worker printed may say why */
    static List<String> of(Study study, RunKey key, List<EpochLosses> epochs, Path runsFolder, List<RunStatus> all) {
        List<TaskMark> marks = TaskMark.of(study.tasks());
        Network network = Network.parse(key.network(), study.taskIds());
        List<String> lines = new ArrayList<>();
        for (EpochLosses epoch : epochs) {
            String losses = network.tasks().stream()
                    .mapToObj(marks::get)
                    .filter(task -> epoch.validation().containsKey(task.id()))
                    .map(task -> task.letter() + " "
                            + Messages.loss(epoch.validation().getOrDefault(task.id(), Double.NaN)))
                    .collect(Collectors.joining(" "));
            lines.add("epoch " + epoch.epoch() + " " + losses);
        }
        if (all.stream().anyMatch(run -> run.key().equals(key) && run.state() == RunState.FAILED)) {
            lines.addAll(printed(RunFolder.of(runsFolder, key).logFile()));
        }
        return lines;
    }

    private static List<String> printed(Path file) {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return List.of();
            }
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines = LastWords.withoutNoise(lines);
            return lines.subList(Math.max(0, lines.size() - PRINTED_LINES), lines.size());
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
