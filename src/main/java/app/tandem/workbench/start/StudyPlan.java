package app.tandem.workbench.start;

import app.tandem.owner.StudyDraft;
import app.tandem.study.EncoderSize;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EncoderPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would be made of a draft.
 *
 * @param design empty where the choices make no study; {@code fault} then says why
 * @param offers the encoder sizes to choose from, largest first
 * @param file where it would be made
 * @param fileFault why it cannot be made there
 */
public record StudyPlan(
        Optional<Study> design,
        Optional<UserException> fault,
        List<SizeOffer> offers,
        Path file,
        Optional<UserException> fileFault) {

    private static final List<EncoderSize> USUAL = List.of("1", "1/2", "1/3", "1/4", "1/5").stream()
            .map(EncoderSize::parse)
            .toList();

    public StudyPlan {
        offers = List.copyOf(offers);
    }

    /**
     * An encoder size to choose.
     *
     * @param multiplyAdds of one image, in the first setting; 0 where it cannot be built
     * @param fault why a setting has no encoder of this size
     */
    public record SizeOffer(EncoderSize size, long multiplyAdds, Optional<UserException> fault) {}

    /** @param chosenFile empty where the file follows the study's name */
    static StudyPlan of(StudyDraft draft, Path place, Optional<Path> chosenFile) {
        Path file = chosenFile.orElseGet(
                () -> StudyPlace.proposed(place, draft.all().name()));
        List<SizeOffer> offers = offers(draft);
        Optional<UserException> fileFault = Optional.empty();
        try {
            StudyPlace.requireUsable(file);
        } catch (UserException e) {
            fileFault = Optional.of(e);
        }
        try {
            return new StudyPlan(Optional.of(draft.design()), Optional.empty(), offers, file, fileFault);
        } catch (UserException e) {
            return new StudyPlan(Optional.empty(), Optional.of(e), offers, file, fileFault);
        }
    }

    /** The usual sizes, and those that were chosen beside them. */
    private static List<SizeOffer> offers(StudyDraft draft) {
        List<EncoderSize> sizes = new ArrayList<>(USUAL);
        sizes.addAll(draft.poolOrUsual().sizes());
        sizes.addAll(draft.poolOrUsual().alone());
        return sizes.stream()
                .distinct()
                .sorted((a, b) -> b.compareTo(a))
                .map(size -> offer(size, draft.all().settings()))
                .toList();
    }

    private static SizeOffer offer(EncoderSize size, List<Setting> settings) {
        try {
            long first = 0;
            for (int i = settings.size() - 1; i >= 0; i--) {
                Setting setting = settings.get(i);
                first = EncoderPlan.of(setting.depth(), size, setting.inputSize())
                        .multiplyAdds();
            }
            return new SizeOffer(size, first, Optional.empty());
        } catch (UserException e) {
            return new SizeOffer(size, 0, Optional.of(e));
        }
    }

    /** How many runs the study takes; 0 where there is no design. */
    public int runs() {
        return design.map(study -> study.networks().size() * study.settings().size() * study.seeds())
                .orElse(0);
    }
}
