package app.tandem.owner;

import app.tandem.run.DesignHash;
import app.tandem.run.Job;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs that were interrupted before their end: a checkpoint in their folder holds what they have learned. */
final class BegunRuns {

    private static final System.Logger LOG = System.getLogger(BegunRuns.class.getName());

    private BegunRuns() {}

    /**
     * How many epochs are on the disk of each that has begun, in the order given. Of other data than now a checkpoint may still
     * be: only the queue looks at the dataset, and then begins anew.
     *
     * @param missing is asked only where any run has a folder: of a large study it takes a moment
     */
    static Map<RunKey, Integer> of(
            Study study, Path runsFolder, Supplier<? extends Collection<RunPlan.Planned>> missing) {
        Map<RunKey, Integer> begun = new LinkedHashMap<>();
        Set<String> names = folderNames(runsFolder);
        if (names.isEmpty()) {
            return begun;
        }
        for (RunPlan.Planned run : missing.get()) {
            if (names.contains(run.key().folderName())) {
                int epochs = epochs(study, run, RunFolder.of(runsFolder, run.key()));
                if (epochs > 0) {
                    begun.put(run.key(), epochs);
                }
            }
        }
        return begun;
    }

    private static Set<String> folderNames(Path runsFolder) {
        if (!Files.isDirectory(runsFolder)) {
            return Set.of();
        }
        try (Stream<Path> folders = Files.list(runsFolder)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "which runs have begun cannot be read", e);
            return Set.of();
        }
    }

    private static int epochs(Study study, RunPlan.Planned run, RunFolder folder) {
        try {
            int epochs = folder.checkpointedEpochs();
            return epochs > 0 && isOfDesign(study, run, folder.job()) ? epochs : 0;
        } catch (IOException | UserException e) {
            LOG.log(System.Logger.Level.DEBUG, "how far " + run.key() + " is cannot be read", e);
            return 0;
        }
    }

    private static boolean isOfDesign(Study study, RunPlan.Planned run, Job job) {
        return job.designHash().equals(DesignHash.of(study.tasks(), run.network(), run.setting()));
    }
}
