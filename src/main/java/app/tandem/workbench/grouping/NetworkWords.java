package app.tandem.workbench.grouping;

import app.tandem.grouping.Served;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.stream.Collectors;

/** A grouping in one line: {@code ½ N · SDN · NKT}. */
final class NetworkWords {

    private NetworkWords() {}

    static String of(List<Served> networks, List<TaskMark> marks) {
        return networks.stream().map(served -> of(served.network(), marks)).collect(Collectors.joining(" · "));
    }

    private static String of(Network network, List<TaskMark> marks) {
        String letters = network.tasks().stream()
                .mapToObj(task -> marks.get(task).letter())
                .collect(Collectors.joining());
        return network.encoder().equals(EncoderSize.FULL)
                ? letters
                : EncoderWords.of(network.encoder()) + " " + letters;
    }
}
