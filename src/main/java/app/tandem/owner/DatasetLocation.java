package app.tandem.owner;

import app.tandem.data.Progress;
import app.tandem.data.Samples;
import app.tandem.study.DatasetReference;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Where the dataset of a study is, and how a study is pointed to it again once it has moved. */
public final class DatasetLocation {

    private DatasetLocation() {}

    /** The place at which the dataset no longer is; empty where it is there, or the study has only losses. */
    public static Optional<Path> missing(Study study) {
        return study.dataset().isOfLosses() ? Optional.empty() : Samples.missing(study.dataset());
    }

    /**
     * Points a study to its dataset's new place.
     *
     * @param found a study as it would be made of the dataset there
     * @throws UserException if that lacks a task of the study, or the study has only losses
     */
    public static StudyEdit.LocateDataset edit(Study study, Study found) {
        Samples.requireImages(study.dataset());
        List<String> lacking = study.taskIds().stream()
                .filter(id -> !found.taskIds().contains(id))
                .toList();
        if (!lacking.isEmpty()) {
            throw new UserException(
                    "The dataset lacks the tasks " + String.join(", ", lacking),
                    found.dataset().location(),
                    "Give the folder that has them, or remove them from the study first");
        }
        return new StudyEdit.LocateDataset(found.dataset());
    }

    /**
     * Looks at the dataset that a study was just pointed to, as its content decides which results still count; points it
     * back where that cannot be done. Other edits that were made meanwhile stay.
     *
     * @param before where the study was pointed to until then
     * @return what is to be trained after it; empty where nothing was trained before, so that nothing can be of other data
     * @throws UserException if the dataset cannot be used
     * @throws CancellationException if {@code decoding} ends it
     */
    public static Optional<RunPlan> look(StudyOwner owner, DatasetReference before, Progress decoding) {
        if (owner.runs().isEmpty()) {
            return Optional.empty();
        }
        DatasetReference there = owner.study().dataset();
        try {
            return Optional.of(owner.planForData(decoding));
        } catch (RuntimeException e) {
            if (owner.study().dataset().equals(there)) {
                owner.edit(new StudyEdit.LocateDataset(before));
            }
            throw e;
        }
    }
}
