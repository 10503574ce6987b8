package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import app.tandem.workbench.common.LongAnswer;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingState.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Searches for the best grouping at every budget, and for the next best at one. Lives on the JavaFX thread. */
final class BestSearch {

    /** Losses are named by what was measured, so that an edit which leaves them as they are costs no search. */
    private record OfLosses(String setting, String losses) {
        static OfLosses of(Overview overview) {
            return new OfLosses(overview.setting(), overview.losses());
        }
    }

    private record AtBudget(OfLosses losses, Budget budget) {}

    private final LongAnswer<OfLosses, Frontier> frontiers;
    private final LongAnswer<AtBudget, List<Selection>> nexts;

    /** @param changed hears that more is known, or that a search began or ended */
    BestSearch(StudySession session, Threads threads, Runnable changed, Consumer<RuntimeException> fail) {
        this.frontiers = new LongAnswer<>(
                threads,
                (asked, course) -> session.frontier(asked.setting(), course::look),
                (before, after) -> !before.setting().equals(after.setting()),
                fail);
        this.nexts = new LongAnswer<>(
                threads,
                (asked, course) -> session.runnerUps(asked.losses().setting(), asked.budget(), course::look),
                (before, after) -> !before.budget().equals(after.budget())
                        || !before.losses().setting().equals(after.losses().setting()),
                fail);
        for (LongAnswer<?, ?> search : List.of(frontiers, nexts)) {
            search.answerProperty().addListener((property, before, after) -> changed.run());
            search.progressProperty().addListener((property, before, after) -> changed.run());
            search.stoppedProperty().addListener((property, before, after) -> changed.run());
        }
    }

    /** Searches for what is not known yet; the next best only once the best is known. */
    void ask(Overview overview, Budget budget) {
        OfLosses losses = OfLosses.of(overview);
        frontiers.ask(losses);
        if (frontier(overview).flatMap(known -> known.at(budget)).isPresent()) {
            nexts.ask(new AtBudget(losses, budget));
        }
    }

    void stop() {
        for (LongAnswer<?, ?> search : List.of(frontiers, nexts)) {
            if (search.progressProperty().get().isPresent()) {
                search.stop();
            }
        }
    }

    void resume() {
        frontiers.resume();
        nexts.resume();
    }

    void close() {
        frontiers.close();
        nexts.close();
    }

    /** What is known of a setting. */
    GroupingState state(Optional<Overview> overview, Budget budget) {
        return new GroupingState(
                overview,
                overview.flatMap(this::frontier),
                budget,
                overview.map(now -> runnerUps(now, budget)).orElse(List.of()),
                overview.map(this::phase).orElse(Phase.WAITING),
                overview.flatMap(this::refusal),
                Optional.empty());
    }

    /** Of the setting and the tasks as they are now; perhaps of earlier losses. */
    private Optional<Frontier> frontier(Overview overview) {
        return frontiers
                .answerProperty()
                .get()
                .flatMap(LongAnswer.Answer::value)
                .filter(known -> known.setting().equals(overview.setting())
                        && known.taskIds().equals(overview.taskIds()));
    }

    private List<Selection> runnerUps(Overview overview, Budget budget) {
        return nexts.answerProperty()
                .get()
                .filter(known -> known.question().budget().equals(budget)
                        && known.question().losses().setting().equals(overview.setting())
                        && frontier(overview).isPresent())
                .flatMap(LongAnswer.Answer::value)
                .orElse(List.of());
    }

    private Phase phase(Overview overview) {
        if (isSearching()) {
            return Phase.SEARCHING;
        }
        if (frontiers.stoppedProperty().get() || nexts.stoppedProperty().get()) {
            return Phase.STOPPED;
        }
        if (refusal(overview).isPresent()) {
            return Phase.REFUSED;
        }
        return answered(overview).isPresent() ? Phase.FOUND : Phase.WAITING;
    }

    private Optional<UserException> refusal(Overview overview) {
        return answered(overview)
                .flatMap(LongAnswer.Answer::fault)
                .filter(UserException.class::isInstance)
                .map(UserException.class::cast);
    }

    private Optional<LongAnswer.Answer<OfLosses, Frontier>> answered(Overview overview) {
        return frontiers.answerProperty().get().filter(known -> known.question().equals(OfLosses.of(overview)));
    }

    private boolean isSearching() {
        return frontiers.progressProperty().get().isPresent()
                || nexts.progressProperty().get().isPresent();
    }

    /** Negative while a search is under way, for nobody knows how far it is; empty otherwise. */
    OptionalDouble progress() {
        return isSearching() ? OptionalDouble.of(-1) : OptionalDouble.empty();
    }
}
