package app.tandem.report;

import app.tandem.loss.LossTable;
import java.util.List;
import java.util.Optional;

/**
 * What is known of all settings of a study, which those parts of a report need that compare them.
 *
 * @param settings in the study's order
 * @param origin where the numbers come from; empty for losses without a study
 */
public record StudyEvidence(List<SettingEvidence> settings, Optional<StudyOrigin> origin) {

    public StudyEvidence {
        settings = List.copyOf(settings);
    }

    /** Of losses alone. */
    public static StudyEvidence of(List<LossTable> tables) {
        return new StudyEvidence(
                tables.stream()
                        .map(table -> new SettingEvidence(table, List.of()))
                        .toList(),
                Optional.empty());
    }

    /**
     * Whether a setting has what a piece shows. Only what most studies do not have is left out: affinities of a joint run,
     * and epochs, of which losses measured elsewhere have none. Every other piece says itself what is missing.
     *
     * @throws IllegalArgumentException if there is no setting of this name
     */
    boolean holds(ReportPiece piece, String setting) {
        if (piece.isOfEpochs()) {
            return origin.map(known -> !known.study().dataset().isOfLosses()).orElse(true);
        }
        return piece.jointAffinity()
                .map(id -> setting(setting).affinity(id).isPresent())
                .orElse(true);
    }

    /** Whether any setting has what a piece shows; a report of all settings leaves it out otherwise. */
    public boolean holds(ReportPiece piece) {
        return settings.stream()
                .anyMatch(setting -> holds(piece, setting.losses().setting()));
    }

    /**
     * One setting.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public SettingEvidence setting(String name) {
        return settings.stream()
                .filter(each -> each.losses().setting().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting is called " + name));
    }
}
