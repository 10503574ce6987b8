package app.tandem.cli;

import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedAdvice.Prospect;
import app.tandem.grouping.Selection;
import app.tandem.owner.GuidedVerdict;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a guided training knows, as a person reads it in a terminal. */
final class GuidedText {

    private GuidedText() {}

    /** After each choice: what is known, and what is trained now and why. */
    static List<String> running(GuidedVerdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add("guided: " + spent(verdict.advice()) + "; " + best(verdict));
        if (!verdict.underWay().isEmpty()) {
            lines.add("guided: " + chance(verdict.advice()) + "; " + underWay(verdict));
        }
        return lines;
    }

    /** At the end: what was spent, what may have been missed, and why it stops. */
    static String last(GuidedVerdict verdict) {
        GuidedAdvice advice = verdict.advice();
        String why =
                switch (advice.state()) {
                    case SETTLED -> "It stops, since an improvement has become unlikely";
                    case SPENT -> "It stops, since it has spent what it may";
                    case EXHAUSTED -> "It stops, since every candidate is trained: this is the optimum";
                    case OPENING, SEARCHING -> "It has not ended yet";
                };
        return "Training for it: " + spent(advice) + ". " + sentence(chance(advice)) + ". " + why + ".";
    }

    /** The candidates of which nothing is known; empty where there are none. */
    static String leftOut(GuidedVerdict verdict) {
        return verdict.leftOut().isEmpty()
                ? ""
                : "Left out, since not trained to the end: " + keys(verdict, verdict.leftOut());
    }

    private static String spent(GuidedAdvice advice) {
        return advice.spent().compareTo(advice.limit()) <= 0
                ? advice.spent() + " of at most " + advice.limit() + " SNT"
                : advice.spent() + " SNT are trained, more than the " + advice.limit() + " SNT it would spend";
    }

    private static String best(GuidedVerdict verdict) {
        return verdict.advice()
                .best()
                .map(best -> String.format(
                        Locale.ROOT,
                        "best grouping so far: validation loss %.5f for %s SNT: %s",
                        best.validationLoss(),
                        best.cost(),
                        networks(verdict, best)))
                .orElse("no grouping within " + verdict.goal().budget() + " SNT yet");
    }

    private static String chance(GuidedAdvice advice) {
        return advice.state() == GuidedAdvice.State.OPENING
                ? "first it gets to know every task and, where the budget has room for a pair, every pair"
                : String.format(
                        Locale.ROOT,
                        "with a probability of %.0f %% an untrained network would improve it by more than 0.5 %%",
                        100 * advice.chance());
    }

    private static String underWay(GuidedVerdict verdict) {
        return "training "
                + verdict.underWay().stream()
                        .map(network -> verdict.key(network)
                                + why(verdict.advice().prospects().get(network)))
                        .collect(Collectors.joining(", "));
    }

    private static String why(@Nullable Prospect prospect) {
        return prospect == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (in %.0f %% of the draws, improving by %.1f %%)",
                        100 * prospect.share(),
                        100 * prospect.gain());
    }

    private static String networks(GuidedVerdict verdict, Selection selection) {
        return keys(
                verdict,
                selection.networks().stream().map(served -> served.network()).toList());
    }

    private static String keys(GuidedVerdict verdict, List<Network> networks) {
        return networks.stream().map(verdict::key).collect(Collectors.joining(", "));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
