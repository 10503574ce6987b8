package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void eachScriptHasItsFont() {
        List<Lettering.Run> runs = Lettering.regular("depth 깊이 z", 10).runs();
        assertThat(runs)
                .extracting(run -> run.font().getPSName())
                .containsExactly("Inter-Regular", "TandemHangul-Regular", "Inter-Regular");
        assertThat(runs.stream().map(Lettering.Run::words).collect(Collectors.joining()))
                .isEqualTo("depth 깊이 z");
    }

    @Test
    void everyDigitHasTheSameWidth() {
        List<Double> widths = IntStream.range(0, 10)
                .mapToObj(
                        digit -> Lettering.regular(Integer.toString(digit), 10).width())
                .distinct()
                .toList();
        assertThat(widths).hasSize(1);
    }

    @Property(tries = 100, seed = "20")
    void wrappedWordsLoseNothingButSpaces(@ForAll String words, @ForAll @DoubleRange(min = 1, max = 200) double room) {
        Lettering line = Lettering.regular(words, 8);
        String joined = line.wrap(room).stream().map(Lettering::words).collect(Collectors.joining());
        assertThat(visible(joined)).isEqualTo(visible(line.words()));
    }

    private static String visible(String words) {
        return words.replaceAll("(?U)[\\s\\p{Z}\\p{Cntrl}]", "");
    }

    @Test
    void wordsBreakAtSpacesFirst() {
        List<Lettering> lines = Lettering.regular("질감 가장자리 과제의 이름", 10).wrap(60);
        assertThat(lines).extracting(Lettering::words).containsExactly("질감 가장자리", "과제의 이름");
    }

    @Test
    void tasksHaveDifferentLetters() {
        assertThat(TaskLetters.of(Samples.names(Samples.TASKS))).containsExactly("S", "D", "N", "K", "T");
        assertThat(TaskLetters.of(List.of("Left class", "Right class", "Edges", "Keypoints", "Reconstruction")))
                .containsExactly("L", "R", "E", "K", "C");
        assertThat(TaskLetters.of(List.of("a", "A", "3", "깊이"))).containsExactly("A", "2", "3", "깊");
    }

    @Test
    void headsAreReadableOnEveryTasksColour() {
        for (int task = 0; task < 8; task++) {
            Color ground = TaskColours.of(task);
            assertThat(TaskColours.contrast(TaskColours.inkOn(ground), ground)).isGreaterThan(4.0);
        }
    }
}
