package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which grouping the user wants to see; it is looked for anew whenever more is known. */
sealed interface ShownChoice {

    /** Whatever is best at the budget. */
    record Best() implements ShownChoice {}

    /** The runner-up of these networks. */
    record RunnerUp(List<Network> networks) implements ShownChoice {}

    /** The grouping made by hand of this name. */
    record Mine(String name) implements ShownChoice {}

    /** What a method comes to at the budget. */
    record Method(String id) implements ShownChoice {}

    static ShownChoice of(Selection runnerUp) {
        return new RunnerUp(networksOf(runnerUp));
    }

    private static List<Network> networksOf(Selection selection) {
        return selection.networks().stream().map(Served::network).toList();
    }

    /** What there is of it to be shown; the best where it is gone. */
    default Optional<ShownGrouping> in(GroupingState state, Methods methods) {
        Optional<ShownGrouping> chosen = Optional.empty();
        if (this instanceof RunnerUp wanted) {
            List<Selection> all = state.runnerUps();
            chosen = IntStream.range(0, all.size())
                    .filter(i -> networksOf(all.get(i)).equals(wanted.networks()))
                    .mapToObj(i -> ShownGrouping.found(i + 2, all.get(i)))
                    .findFirst();
        } else if (this instanceof Mine wanted) {
            chosen = state.overview().stream()
                    .flatMap(known -> known.mine().stream())
                    .filter(mine -> mine.name().equals(wanted.name()))
                    .map(ShownGrouping::of)
                    .findFirst();
        } else if (this instanceof Method wanted) {
            chosen = methods.unmeasured().contains(wanted.id())
                    ? Optional.of(ShownGrouping.unmeasured(wanted.id()))
                    : methods.at(wanted.id(), state.budget()).map(ShownGrouping::of);
        }
        return chosen.or(() -> state.best().map(best -> ShownGrouping.found(1, best)));
    }
}
