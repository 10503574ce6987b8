package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.store.StudyFile;
import app.tandem.study.Grouping;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of editing. */
@Timeout(120)
class BoardKilledTest {

    private static final long LONGEST_UNSAVED_MILLIS = 2000;
    private static final long EDITING_MILLIS = 4000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** How many groupings were on screen, and when. */
    private record Seen(int groupings, long millis) {}

    @Test
    void afterAKillNothingOlderThanTwoSecondsIsLost() throws Exception {
        Path file = folder.resolve("rooms.tandem");
        StudyFile.create(file, RoomsStudy.study()).close();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BoardProcess.class.getName(),
                        file.toString())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        List<Seen> seen = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (seen.isEmpty()
                    || seen.get(seen.size() - 1).millis() < seen.get(0).millis() + EDITING_MILLIS) {
                String[] line = lines.readLine().split(" ", -1);
                seen.add(new Seen(Integer.parseInt(line[0]), Long.parseLong(line[1])));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        List<Grouping> saved;
        try (StudyFile open = StudyFile.open(file)) {
            saved = open.study().groupings();
        }
        long killed = seen.get(seen.size() - 1).millis();
        int certain = seen.stream()
                .filter(each -> each.millis() <= killed - LONGEST_UNSAVED_MILLIS)
                .mapToInt(Seen::groupings)
                .max()
                .orElseThrow();
        assertThat(certain).isGreaterThan(RoomsStudy.study().groupings().size() + 5);
        assertThat(saved).hasSizeGreaterThanOrEqualTo(certain);
        assertThat(new HashSet<>(saved))
                .hasSameSizeAs(saved)
                .containsAll(RoomsStudy.study().groupings());
    }
}
