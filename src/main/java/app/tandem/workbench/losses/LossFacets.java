package app.tandem.workbench.losses;

import app.tandem.study.EncoderSize;
import app.tandem.study.Study;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rows of a study can be told apart by.
 *
 * @param sizes how many tasks its networks have, ascending
 * @param encoders largest first
 */
public record LossFacets(List<String> settings, List<Integer> sizes, List<EncoderSize> encoders, List<Integer> seeds) {

    static final LossFacets NONE = new LossFacets(List.of(), List.of(), List.of(), List.of());

    static LossFacets of(Study study) {
        return new LossFacets(
                study.settings().stream().map(setting -> setting.name()).toList(),
                study.networks().stream()
                        .map(network -> network.tasks().size())
                        .distinct()
                        .sorted()
                        .toList(),
                study.networks().stream()
                        .map(network -> network.encoder())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                IntStream.range(0, study.seeds()).boxed().toList());
    }
}
