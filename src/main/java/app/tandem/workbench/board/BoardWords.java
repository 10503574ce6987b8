package app.tandem.workbench.board;

import app.tandem.grouping.GuidedSearch;
import app.tandem.grouping.LossEstimates;
import app.tandem.loss.LossCell;
import app.tandem.owner.RunForecast;
import app.tandem.study.Cost;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.NetworkLetter;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the board says, in the window's language. */
final class BoardWords {

    private final Messages messages;

    BoardWords(Messages messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.text("board." + key, arguments);
    }

    String network(int position) {
        return text("network", NetworkLetter.of(position));
    }

    /** What a task is measured by: {@code cross-entropy · 9 classes}. */
    String kind(Task task) {
        String loss = text("loss." + task.loss().name());
        TaskKind kind = task.kind();
        if (kind instanceof TaskKind.Segmentation classes) {
            return text("kind.classes", loss, classes.classes());
        }
        if (kind instanceof TaskKind.Classification classes) {
            return text("kind.classes", loss, classes.classes());
        }
        if (kind instanceof TaskKind.Regression numbers) {
            return text("kind.numbers", loss, numbers.values());
        }
        if (kind instanceof TaskKind.LossesOnly) {
            return text("kind.lossesOnly");
        }
        return text(kind instanceof TaskKind.NormalMap ? "kind.normals" : "kind.map", loss);
    }

    /** The line under a card's name. */
    String card(Board.Card card) {
        return switch (card.role()) {
            case TRAIN_ONLY -> text("role.TRAIN_ONLY");
            case AUXILIARY ->
                text("role.AUXILIARY") + " · " + Messages.loss(card.loss().mean());
            case SERVED, OPEN ->
                card.estimate()
                        .map(expected -> text("estimated", Messages.loss(expected.loss())))
                        .orElseGet(() -> loss(card.loss()));
        };
    }

    /** What is known of a card, and what its role means. */
    String explain(String task, String network, Board.Card card, Optional<Board.Foresight> foresight) {
        String known = card.loss().isPresent()
                ? text(
                        "card.measured",
                        task,
                        network,
                        loss(card.loss()),
                        card.loss().n())
                : foresight
                        .map(from -> foretold(task, network, card, from))
                        .orElseGet(() -> text("card.unmeasured", task, network));
        return known + "\n" + text("explain." + card.role().name());
    }

    private String foretold(String task, String network, Board.Card card, Board.Foresight from) {
        if (card.estimate().isPresent()) {
            LossEstimates.Expected expected = card.estimate().get();
            String loss = Messages.loss(expected.loss()) + " ± " + spread(expected.sd());
            return text("card.estimated", task, network, loss, from.networks());
        }
        String unmeasured = text("card.unmeasured", task, network);
        return from.obstacle()
                .map(why -> unmeasured + " "
                        + text("obstacle." + why.name(), LossEstimates.ENOUGH, GuidedSearch.MOST_TASKS))
                .orElse(unmeasured);
    }

    private static String spread(double sd) {
        return String.format(Locale.ROOT, "%.4f", sd);
    }

    /** {@code 0.0719 ± 0.0008}; the spread where there is more than one seed. */
    String loss(LossCell loss) {
        if (!loss.isPresent()) {
            return text("unmeasured");
        }
        return loss.n() < 2 ? Messages.loss(loss.mean()) : Messages.loss(loss.mean()) + " ± " + spread(loss.sd());
    }

    String state(NetworkState state) {
        return switch (state.kind()) {
            case PARTLY ->
                state.measured() > 0
                        ? text("state.SEEDS", state.measured(), state.seeds())
                        : text("state.PARTLY", percent(state.fraction()));
            case TRAINING -> text("state.TRAINING", percent(state.fraction()));
            default -> text("state." + state.kind().name());
        };
    }

    private static long percent(double fraction) {
        return Math.round(100 * fraction);
    }

    /** Letters of a network's tasks, for menus: {@code S·D·N}. */
    String letters(List<TaskMark> marks, TaskSet tasks) {
        return TaskMark.letters(marks, tasks);
    }

    String names(List<TaskMark> marks, TaskSet tasks) {
        return tasks.stream().mapToObj(task -> marks.get(task).name()).collect(Collectors.joining(", "));
    }

    String encoder(EncoderSize size) {
        return text("encoder", EncoderWords.of(size));
    }

    String snt(Cost cost) {
        return text("snt", cost.toString());
    }

    /** {@code 13 runs, about 1 min 40 s}. */
    String forecast(RunForecast forecast) {
        if (forecast.runs() == 0) {
            return text("candidates.allTrained");
        }
        String runs = text("candidates.runs", forecast.runs());
        return forecast.time()
                .map(time -> runs + " · " + text("candidates.time", messages.duration(time)))
                .orElse(runs);
    }

    String duration(java.time.Duration time) {
        return messages.duration(time);
    }

    /** The first free of {@code Grouping 1}, {@code Grouping 2} …. */
    String newGrouping(Study study) {
        return firstFree(study, Stream.iterate(1, n -> n + 1).map(n -> text("newName", n)));
    }

    /** The first free of {@code Mine (copy)}, {@code Mine (copy 2)} …. */
    String copyOf(Study study, String name) {
        Stream<String> numbered = Stream.iterate(2, n -> n + 1).map(n -> text("copyNameNumbered", name, n));
        return firstFree(study, Stream.concat(Stream.of(text("copyName", name)), numbered));
    }

    /** The name itself, or the first free one that begins with it. */
    String free(Study study, String name) {
        Stream<String> numbered = Stream.iterate(2, n -> n + 1).map(n -> text("numberedName", name, n));
        return firstFree(study, Stream.concat(Stream.of(name), numbered));
    }

    private static String firstFree(Study study, Stream<String> names) {
        List<String> taken = study.groupings().stream().map(Grouping::name).toList();
        return names.filter(name -> !taken.contains(name)).findFirst().orElseThrow();
    }
}
