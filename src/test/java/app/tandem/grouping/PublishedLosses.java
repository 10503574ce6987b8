package app.tandem.grouping;

import app.tandem.data.LossTableCsv;
import app.tandem.loss.LossTable;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The losses and selections of Standley et al. (2020), as the test resources restate them. */
public final class PublishedLosses {

    public static final List<String> TASKS =
            List.of("segment_semantic", "depth_zbuffer", "normal", "keypoints2d", "edge_texture");

    private static final Path FOLDER = Path.of("src", "test", "resources", "standley2020");

    /** One line of the published selections. */
    record PublishedSelection(
            String setting, String method, String budget, double validation, double test, Set<Network> networks) {}

    /** One point of the published budget curves. */
    record PublishedPoint(String setting, String method, String budget, double testLoss) {}

    /** One cell of the published pairwise tables, in percent. */
    public record PublishedPair(String setting, int task, int trainedWith, double percent) {}

    private PublishedLosses() {}

    public static List<PublishedPair> pairs() {
        return lines("pairwise.csv").stream()
                .map(line -> line.split(",", -1))
                .map(cells -> new PublishedPair(
                        cells[0], TASKS.indexOf(cells[1]), TASKS.indexOf(cells[2]), Double.parseDouble(cells[4])))
                .toList();
    }

    static List<PublishedPoint> curves(List<String> methods) {
        return lines("budget-curves.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> methods.contains(cells[1]))
                .map(cells -> new PublishedPoint(cells[0], cells[1], cells[2], Double.parseDouble(cells[3])))
                .toList();
    }

    public static LossTable setting(String setting) {
        return LossTableCsv.read(FOLDER.resolve("losses.csv")).stream()
                .filter(table -> table.setting().equals(setting))
                .findFirst()
                .orElseThrow();
    }

    static List<PublishedSelection> optimalSelections() {
        return lines("selected-networks.csv").stream()
                .map(line -> line.split(",", 6))
                .filter(cells -> cells[1].equals("optimal"))
                .map(cells -> new PublishedSelection(
                        cells[0],
                        cells[1],
                        cells[2],
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        networks(cells[5])))
                .toList();
    }

    /** The published total test loss of the optimal selection. */
    static double publishedTestLoss(String setting, String budget) {
        return lines("budget-curves.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(setting)
                        && cells[1].equals("optimal")
                        && Double.parseDouble(cells[2]) == Double.parseDouble(budget))
                .mapToDouble(cells -> Double.parseDouble(cells[3]))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Network> networks(String text) {
        return Pattern.compile("\\[([^]]*)](/half)?")
                .matcher(text)
                .results()
                .map(match -> Network.of(
                        Network.parseTasks(match.group(1), TASKS),
                        EncoderSize.parse(match.group(2) == null ? "1" : "1/2")))
                .collect(Collectors.toSet());
    }

    private static List<String> lines(String file) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
            return lines.skip(1).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
