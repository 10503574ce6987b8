package app.tandem.workbench.losses;

import app.tandem.study.Network;
import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.TaskMark;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rows of networks are found by, made when somebody first searches. For one thread at a time. */
final class RowWords {

    private final List<TaskMark> marks;
    private final List<String> ids;
    private final Map<Network, String> ofNetworks = new HashMap<>();

    /** @param marks the study's tasks */
    RowWords(List<TaskMark> marks) {
        this.marks = marks;
        this.ids = marks.stream().map(TaskMark::id).toList();
    }

    /** Whether these are the tasks it names. */
    boolean isOf(List<TaskMark> tasks) {
        return marks.equals(tasks);
    }

    /** Names, ids and letters of a network's tasks, its encoder, and the row's setting, in small letters. */
    String of(LossRow row) {
        String setting = row.setting().toLowerCase(Locale.ROOT);
        return row.network()
                .map(network -> ofNetworks.computeIfAbsent(network, this::words) + " " + setting)
                .orElse(setting);
    }

    private String words(Network network) {
        String names = network.tasks().stream()
                .mapToObj(task -> marks.get(task).name() + " " + marks.get(task).id())
                .collect(Collectors.joining(" "));
        return String.join(
                        " ",
                        names,
                        TaskMark.letters(marks, network.tasks()),
                        network.key(ids),
                        EncoderWords.of(network.encoder()))
                .toLowerCase(Locale.ROOT);
    }
}
