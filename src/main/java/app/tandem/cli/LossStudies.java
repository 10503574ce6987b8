package app.tandem.cli;

import app.tandem.owner.ImportedLosses;
import app.tandem.owner.StudyOwner;
import app.tandem.run.Provenance;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.store.StudyFile;
import app.tandem.study.DatasetReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Studies of losses that were measured elsewhere. */
final class LossStudies {

    private LossStudies() {}

    /**
     * Where the study of some losses is.
     *
     * @param isThere whether the file exists, and is to be opened rather than made
     */
    record Place(Path file, ImportedLosses losses, boolean isThere) {

        /** Opens it, or makes it. */
        StudyOwner own(Machine machine) {
            return isThere ? machine.open(file) : machine.create(file, losses);
        }
    }

    /**
     * The study {@code NAME.tandem} of these losses. Where that holds other things, such as the losses before their file was
     * changed, it stays as it is, and the study is {@code NAME-2.tandem}, and so on. They are only read: whoever works on one
     * of them is not disturbed.
     *
     * @throws app.tandem.study.UserException if the losses, or a study of that name, cannot be read
     */
    static Place place(Path folder, DatasetReference losses) {
        String name = ImportedLosses.nameOf(losses);
        ImportedLosses imported = ImportedLosses.read(losses, name);
        for (int copy = 1; ; copy++) {
            Path file = folder.resolve(name + (copy == 1 ? "" : "-" + copy) + ".tandem");
            boolean isThere = Files.exists(file);
            if (!isThere || holds(file, imported)) {
                return new Place(file, imported, isThere);
            }
        }
    }

    private static boolean holds(Path file, ImportedLosses losses) {
        try (StudyFile study = StudyFile.openReadOnly(file)) {
            return study.study().dataset().equals(losses.study().dataset())
                    && hashes(study).equals(hashes(losses));
        }
    }

    private static Set<String> hashes(StudyFile study) {
        return hashes(study.runs().stream()
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
