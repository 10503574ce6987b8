package app.tandem.workbench.queue;

import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedAdvice.Prospect;
import app.tandem.owner.GuidedVerdict;
import app.tandem.study.Network;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a guided training knows and does, in the window's words. */
record GuidedWords(Messages messages, List<TaskMark> marks) {

    private String text(String key, Object... arguments) {
        return messages.text("guided." + key, arguments);
    }

    String title(GuidedState state) {
        return text("title", state.goal().setting(), state.goal().budget().toString());
    }

    /** One word or two: what it does now. */
    String badge(GuidedState state) {
        return state.verdict()
                .map(verdict -> verdict.going() || verdict.isFinal()
                        ? text("state." + verdict.advice().state().name())
                        : text("resting"))
                .orElse(text("stuck"));
    }

    String best(GuidedVerdict verdict) {
        return verdict.advice()
                .best()
                .map(best -> text(
                        "best",
                        networks(best.networks().stream()
                                .map(served -> served.network())
                                .toList()),
                        Messages.loss(best.validationLoss()),
                        best.cost().toString()))
                .orElse(text("noBest", verdict.goal().budget().toString()));
    }

    String spent(GuidedVerdict verdict) {
        boolean within = verdict.advice().spent().compareTo(verdict.advice().limit()) <= 0;
        return text(
                within ? "spent" : "spentMore",
                verdict.advice().spent().toString(),
                verdict.advice().limit().toString());
    }

    /** What may be missed, what it trains now and why, and what stands aside; a line each. */
    List<String> lines(GuidedState state) {
        List<String> lines = new ArrayList<>();
        state.problem().ifPresent(problem -> lines.add(text("problem", messages.reason(problem))));
        state.verdict().ifPresent(verdict -> {
            GuidedAdvice advice = verdict.advice();
            boolean opening = advice.state() == GuidedAdvice.State.OPENING;
            lines.add(opening ? text("opening") : text("chance", percent(advice.chance())));
            if (verdict.isFinal()) {
                lines.add(text("ended." + advice.state().name()));
            } else if (!verdict.underWay().isEmpty()) {
                lines.add(text("now", underWay(verdict)));
            }
            if (!verdict.leftOut().isEmpty()) {
                lines.add(text("leftOut", networks(verdict.leftOut())));
            }
        });
        if (state.heldBack() > 0) {
            lines.add(text("heldBack", state.heldBack()));
        }
        return lines;
    }

    private String underWay(GuidedVerdict verdict) {
        return verdict.underWay().stream()
                .map(network ->
                        network(network) + why(verdict.advice().prospects().get(network)))
                .collect(Collectors.joining(", "));
    }

    private String why(@Nullable Prospect prospect) {
        return prospect == null
                ? ""
                : " "
                        + text(
                                "why",
                                percent(prospect.share()),
                                String.format(Locale.ROOT, "%.1f", 100 * prospect.gain()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    private String networks(List<Network> networks) {
        return networks.stream().map(this::network).collect(Collectors.joining(", "));
    }

    private String network(Network network) {
        return TaskMark.words(marks, network);
    }
}
