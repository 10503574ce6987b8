package app.tandem.cli;

import app.tandem.owner.ImportedLosses;
import app.tandem.owner.StudyOwner;
import app.tandem.run.Provenance;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.DatasetReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Studies of losses that were measured elsewhere, opened again or made where there is none yet. */
final class LossStudies {

    private final Machine machine;
    private final Path folder;

    /** @param folder where they are kept */
    LossStudies(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
    }

    /**
     * The study {@code NAME.tandem} of these losses. Where that holds other things, such as the losses before their file was
     * changed, it stays as it is, and the study is {@code NAME-2.tandem}, and so on.
     *
     * @throws app.tandem.study.UserException if the losses cannot be read, or the study cannot be made
     */
    StudyOwner open(DatasetReference losses) {
        String name = ImportedLosses.nameOf(losses);
        ImportedLosses imported = ImportedLosses.read(losses, name);
        for (int copy = 1; ; copy++) {
            Path file = folder.resolve(name + (copy == 1 ? "" : "-" + copy) + ".tandem");
            if (!Files.exists(file)) {
                return machine.create(file, imported);
            }
            StudyOwner owner = machine.open(file);
            boolean same = false;
            try {
                same = owner.study().dataset().equals(losses) && hashes(owner).equals(hashes(imported));
            } finally {
                if (!same) {
                    owner.close();
                }
            }
            if (same) {
                return owner;
            }
        }
    }

    private static Set<String> hashes(StudyOwner owner) {
        return hashes(owner.runs().stream()
                .map(StoredRun::result)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Set<String> hashes(ImportedLosses imported) {
        return hashes(imported.results().values());
    }

    private static Set<String> hashes(Collection<RunResult> results) {
        return results.stream()
                .filter(RunResult.Finished.class::isInstance)
                .map(RunResult.Finished.class::cast)
                .map(RunResult.Finished::provenance)
                .map(Provenance::dataHash)
                .collect(Collectors.toSet());
    }
}
