package app.tandem.owner;

import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EncoderPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses an encoder that cannot be built when it is asked for, not hours later when it would be trained. */
final class EncoderCheck {

    private record Wanted(EncoderDepth depth, EncoderSize size, int inputSize) {}

    private EncoderCheck() {}

    /**
     * Looks at the encoders that the edited design asks for and the one before did not.
     *
     * @throws app.tandem.study.UserException if one does not exist, naming the smallest that does
     */
    static void requireBuildable(Study before, Study after) {
        added(before, after).forEach(each -> EncoderPlan.of(each.depth(), each.size(), each.inputSize()));
    }

    /** By the name of the setting, why one of those encoders does not exist. */
    static Map<String, UserException> refused(Study before, Study after) {
        Map<String, UserException> refused = new HashMap<>();
        for (Wanted each : added(before, after)) {
            try {
                EncoderPlan.of(each.depth(), each.size(), each.inputSize());
            } catch (UserException e) {
                after.settings().stream()
                        .filter(setting -> setting.depth() == each.depth() && setting.inputSize() == each.inputSize())
                        .forEach(setting -> refused.putIfAbsent(setting.name(), e));
            }
        }
        return refused;
    }

    private static Set<Wanted> added(Study before, Study after) {
        boolean same = before.networks().equals(after.networks())
                && before.groupings().equals(after.groupings())
                && before.settings().equals(after.settings());
        if (same || after.dataset().isOfLosses()) {
            return Set.of();
        }
        Set<Wanted> wanted = wanted(after);
        wanted.removeAll(wanted(before));
        return wanted;
    }

    /** As {@link #requireBuildable(Study, Study)}, for every encoder of a design. */
    static void requireBuildable(Study design) {
        wanted(design).forEach(each -> EncoderPlan.of(each.depth(), each.size(), each.inputSize()));
    }

    private static Set<Wanted> wanted(Study study) {
        Set<Wanted> wanted = new HashSet<>();
        Stream<Network> drawn = study.groupings().stream().flatMap(grouping -> grouping.networks().stream());
        Set<EncoderSize> sizes = new HashSet<>();
        Stream.concat(study.networks().stream(), drawn).forEach(network -> sizes.add(network.encoder()));
        for (Setting setting : study.settings()) {
            sizes.forEach(size -> wanted.add(new Wanted(setting.depth(), size, setting.inputSize())));
        }
        return wanted;
    }
}
