package app.tandem.cli;

import app.tandem.run.RunEvent;
import app.tandem.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the runs of a demo left in their folders. */
final class DemoRuns {

    private final Path runs;

    /** @param folder where the demo is started */
    DemoRuns(Path folder) {
        this.runs = folder.resolve("tandem-demo").resolve("rooms.runs");
    }

    /** By run, how often an epoch ended, those before a stop included. */
    Map<String, Integer> epochsDone() {
        Map<String, Integer> epochs = new TreeMap<>();
        for (Path run : list(runs)) {
            if (Files.isDirectory(run)) {
                epochs.put(run.getFileName().toString(), epochsEnded(run));
            }
        }
        return epochs;
    }

    private static int epochsEnded(Path run) {
        try {
            return (int) new RunFolder(run)
                    .events().stream()
                            .filter(RunEvent.EpochEnded.class::isInstance)
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content and the time of every file of every run. */
    Map<Path, String> content() {
        Map<Path, String> content = new TreeMap<>();
        for (Path run : list(runs)) {
            for (Path file : Files.isDirectory(run) ? list(run) : List.<Path>of()) {
                try {
                    content.put(
                            file,
                            Files.getLastModifiedTime(file) + "\n"
                                    + Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return content;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return new ArrayList<>(inside.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
