package app.tandem.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a worker printed, without what the engine says of every machine that has no GPU, or of its own settings. */
public final class LastWords {

    /** {@code Nov 24, 2026 11:16:15 PM ai.djl.util.cuda.CudaUtils getGpuCount}: stands above each line of a log. */
    private static final Pattern HEADING =
            Pattern.compile("\\p{L}+\\.? \\d{1,2}, \\d{4},? \\d{1,2}:\\d{2}:\\d{2}\\h\\p{L}+ \\S+ \\S+");

    private static final Pattern NOISE = Pattern.compile(
            "(INFO: .*|SLF4J.*|WARNING: Failed to detect GPU count.*|WARNING: Sun reflection.*|Picked up \\S+_OPTIONS: .*)");

    private static final Pattern ERROR = Pattern.compile(
            "(?i)(?<!\\p{L})(\\S*error\\S*|\\S*exception\\S*|fatal|severe|abort\\S*|killed|cannot|can't|could not|sig[a-z]{3,4})"
                    + "(?!\\p{L}).*");

    private LastWords() {}

    /** What is worth reading of what was printed, in its order. */
    public static List<String> withoutNoise(List<String> printed) {
        List<String> kept = new ArrayList<>();
        for (String line : printed) {
            boolean isNoise = line.isBlank()
                    || HEADING.matcher(line.strip()).matches()
                    || NOISE.matcher(line.strip()).matches();
            if (!isNoise) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** The last lines that tell of an error, or the last of all where none does; each once, empty where nothing is worth reading. */
    static String of(List<String> printed, int lines) {
        List<String> kept = withoutNoise(printed);
        List<String> errors = kept.stream()
                .filter(line -> !line.strip().startsWith("at "))
                .filter(line -> ERROR.matcher(line).find())
                .toList();
        List<String> chosen =
                (errors.isEmpty() ? kept : errors).stream().distinct().toList();
        return String.join("\n", chosen.subList(Math.max(0, chosen.size() - lines), chosen.size()));
    }
}
