package app.tandem.workbench.board;

import app.tandem.grouping.GuidedSearch;
import app.tandem.owner.GuidedTraining;
import app.tandem.owner.RunForecast;
import app.tandem.study.Cost;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.training.EncoderPlan;
import app.tandem.workbench.common.StudySession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The candidate networks that a study could have, with what each choice would cost.
 *
 * @param choices in the order of the menu
 * @param planned what is still to be trained: the candidates, and the networks of the grouping that is shown
 * @param guided what a guided training of the study's candidates takes
 */
public record Candidates(List<Choice> choices, RunForecast planned, Guided guided) {

    public Candidates {
        choices = List.copyOf(choices);
    }

    /**
     * A guided training, which trains some of the candidates.
     *
     * @param setting in which it trains
     * @param limit the most that it spends on training
     * @param most the runs that this pays for, about
     * @param possible whether there is anything to choose from: images, and at most so many tasks as it can search
     */
    public record Guided(String setting, Cost limit, RunForecast most, boolean possible) {

        static Guided of(Study study, String setting, RunForecast most) {
            boolean possible = !setting.isEmpty()
                    && !study.dataset().isOfLosses()
                    && study.tasks().size() <= GuidedSearch.MOST_TASKS;
            return new Guided(setting, GuidedTraining.limit(study), most, possible);
        }
    }

    /** A family of candidates. */
    public enum Kind {
        SUBSETS,
        /** With the single-task networks that sharing is compared with at the same total budget. */
        EQUAL_BUDGET,
        UP_TO,
        PAIRS,
        /** Only what the user's groupings are made of. */
        MINE
    }

    /**
     * One choice.
     *
     * @param most tasks in one network
     * @param networks empty where there are too many, or none
     * @param forecast what it takes; empty where {@code networks} is
     * @param refusal why it cannot be chosen; empty where it can
     * @param isCurrent whether the study's candidates are these
     */
    public record Choice(
            Kind kind,
            int most,
            List<Network> networks,
            Optional<RunForecast> forecast,
            String refusal,
            boolean isCurrent) {

        public Choice {
            networks = List.copyOf(networks);
        }

        Choice with(RunForecast known) {
            return new Choice(kind, most, networks, Optional.of(known), refusal, isCurrent);
        }
    }

    /** The choices that a study of this many tasks has, without what they take. */
    static List<Choice> choices(Study study) {
        int tasks = study.tasks().size();
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(study, Kind.SUBSETS, tasks, () -> Pool.everySubsetWithHalfSizeSingles(tasks)));
        if (tasks > 2) {
            choices.add(choice(study, Kind.EQUAL_BUDGET, tasks, () -> equalBudget(study)));
        }
        for (int most = Math.min(tasks - 1, 4); most >= 3; most--) {
            int k = most;
            choices.add(choice(study, Kind.UP_TO, k, () -> Pool.upTo(tasks, k)));
        }
        if (tasks > 2) {
            choices.add(choice(study, Kind.PAIRS, 2, () -> Pool.pairs(tasks)));
        }
        choices.add(choice(study, Kind.MINE, tasks, () -> ofGroupings(study)));
        return choices;
    }

    /** @throws UserException if an encoder of such a size does not exist in one of the settings */
    private static List<Network> equalBudget(Study study) {
        int tasks = study.tasks().size();
        for (Setting setting : study.settings()) {
            Pool.sharesOf(tasks).forEach(share -> EncoderPlan.of(setting.depth(), share, setting.inputSize()));
        }
        return Pool.equalBudget(tasks);
    }

    /**
     * What each choice takes, and what is left to train. Reads the study's file.
     *
     * @param shown the grouping on the board
     * @param setting in which a guided training would train; may be none of the study's
     */
    static Candidates forecast(StudySession session, Study study, Optional<Grouping> shown, String setting) {
        List<Choice> choices = choices(study);
        List<List<Network>> pools = new ArrayList<>();
        choices.forEach(choice -> pools.add(choice.networks()));
        pools.add(shown.map(grouping ->
                        StudyEdit.SetNetworks.adding(study, grouping.networks()).networks())
                .orElse(study.networks()));
        List<RunForecast> forecasted = session.forecast(pools);
        List<Choice> answers = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            answers.add(choice.networks().isEmpty() ? choice : choice.with(forecasted.get(i)));
        }
        return new Candidates(answers, forecasted.get(choices.size()), guided(session, study, setting));
    }

    private static Guided guided(StudySession session, Study study, String setting) {
        boolean known = study.settings().stream().anyMatch(each -> each.name().equals(setting));
        RunForecast most = known ? session.guidedForecast(setting) : new RunForecast(0, 0, Optional.empty());
        return Guided.of(study, known ? setting : "", most);
    }

    private static Choice choice(Study study, Kind kind, int most, Supplier<List<Network>> pool) {
        try {
            List<Network> networks = pool.get();
            boolean isCurrent = !networks.isEmpty() && new HashSet<>(networks).equals(new HashSet<>(study.networks()));
            return new Choice(kind, most, networks, Optional.empty(), "", isCurrent);
        } catch (UserException tooMany) {
            return new Choice(
                    kind, most, List.of(), Optional.empty(), tooMany.what() + ". " + tooMany.remedy() + ".", false);
        }
    }

    private static List<Network> ofGroupings(Study study) {
        return study.groupings().stream()
                .flatMap(grouping -> grouping.networks().stream())
                .distinct()
                .toList();
    }
}
