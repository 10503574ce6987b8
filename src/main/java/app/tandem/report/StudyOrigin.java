package app.tandem.report;

import app.tandem.run.Provenance;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.Study;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the numbers of a report come from.
 *
 * @param study the design
 * @param finished by setting, how many of its runs count
 * @param versions by component, those with which the runs were made: {@code tandem}, {@code java}, {@code djl} …
 * @param devices on which they were made, as in {@code cpu}
 * @param latest when the last of them ended; empty where there is none
 */
public record StudyOrigin(
        Study study,
        SortedMap<String, Integer> finished,
        SortedMap<String, SortedSet<String>> versions,
        SortedSet<String> devices,
        Optional<Instant> latest) {

    public StudyOrigin {
        finished = Collections.unmodifiableSortedMap(new TreeMap<>(finished));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        devices = Collections.unmodifiableSortedSet(new TreeSet<>(devices));
    }

    /** Of the runs that count for the study as it is now. */
    public static StudyOrigin of(Study study, List<StoredRun> runs) {
        SortedMap<String, Integer> finished = new TreeMap<>();
        SortedMap<String, SortedSet<String>> versions = new TreeMap<>();
        SortedSet<String> devices = new TreeSet<>();
        Instant latest = Instant.MIN;
        for (StoredRun run : runs) {
            if (run.counts() && run.result().orElse(null) instanceof RunResult.Finished result) {
                Provenance provenance = result.provenance();
                finished.merge(run.key().setting(), 1, Integer::sum);
                devices.add(provenance.device());
                for (Map.Entry<String, String> version : provenance.versions().entrySet()) {
                    versions.computeIfAbsent(version.getKey(), component -> new TreeSet<>())
                            .add(version.getValue());
                }
                latest = run.changed().isAfter(latest) ? run.changed() : latest;
            }
        }
        return new StudyOrigin(
                study,
                finished,
                versions,
                devices,
                latest.equals(Instant.MIN) ? Optional.empty() : Optional.of(latest));
    }
}
