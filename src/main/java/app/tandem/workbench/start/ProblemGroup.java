package app.tandem.workbench.start;

import app.tandem.data.DatasetCheck.Problem;
import app.tandem.data.DatasetCheck.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same thing that is wrong with one file or more.
 *
 * @param files in the order in which they were met; never empty
 */
public record ProblemGroup(Severity severity, String what, String remedy, List<String> files) {

    public ProblemGroup {
        files = List.copyOf(files);
    }

    private record Kind(Severity severity, String what, String remedy) {}

    /** What must be put right comes first, then what is left out; else in the order in which it was met. */
    static List<ProblemGroup> of(List<Problem> problems) {
        Map<Kind, List<String>> files = new LinkedHashMap<>();
        problems.forEach(problem -> files.computeIfAbsent(
                        new Kind(problem.severity(), problem.what(), problem.remedy()), kind -> new ArrayList<>())
                .add(problem.file()));
        return files.entrySet().stream()
                .map(entry -> new ProblemGroup(
                        entry.getKey().severity(),
                        entry.getKey().what(),
                        entry.getKey().remedy(),
                        entry.getValue()))
                .sorted(Comparator.comparing(ProblemGroup::severity).reversed())
                .toList();
    }
}
