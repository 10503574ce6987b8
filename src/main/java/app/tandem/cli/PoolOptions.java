package app.tandem.cli;

import app.tandem.owner.StudyDraft;
import app.tandem.study.EncoderSize;
import app.tandem.study.PoolChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks that a study begins with, on the command line. */
final class PoolOptions {

    private static final String NONE = "none";

    private PoolOptions() {}

    /**
     * The draft with what was given; what was not stays usual.
     *
     * @throws app.tandem.study.UserException if a word is unknown
     */
    static StudyDraft apply(StudyDraft draft, @Nullable String pool, List<String> sizes, List<String> alone) {
        if (pool == null && sizes.isEmpty() && alone.isEmpty()) {
            return draft;
        }
        PoolChoice choice = pool == null
                ? draft.poolOrUsual()
                : PoolChoice.parse(pool, draft.tasks().size());
        if (!sizes.isEmpty()) {
            choice = choice.withSizes(sizes(sizes));
        }
        if (!alone.isEmpty()) {
            choice = choice.withAlone(alone.equals(List.of(NONE)) ? List.of() : sizes(alone));
        }
        return draft.withPool(choice);
    }

    private static List<EncoderSize> sizes(List<String> words) {
        return words.stream().map(EncoderSize::parse).toList();
    }
}
