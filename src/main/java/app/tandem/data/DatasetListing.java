package app.tandem.data;

import app.tandem.study.Blocking;
import app.tandem.study.DatasetReference;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The samples of a dataset as its files promise them, before any is decoded.
 *
 * @param origin where the splits come from
 * @param counts how many samples each split has, those that will turn out to be damaged included
 * @param imageSize the shorter side of the first image in pixels; empty where none could be read
 */
public record DatasetListing(SplitOrigin origin, Map<Split, Integer> counts, OptionalInt imageSize) {

    public DatasetListing {
        counts = Map.copyOf(counts);
    }

    /**
     * Lists the files of a dataset.
     *
     * @throws app.tandem.study.UserException if not even the list can be made
     */
    public static DatasetListing of(DatasetReference reference, List<Task> tasks, int inputSize) {
        assert Blocking.isAllowedHere() : "a folder is listed on the window's thread";
        SampleSource source = Samples.source(reference, tasks, inputSize);
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            counts.put(split, source.count(split));
        }
        return new DatasetListing(source.origin(), counts, source.imageSize());
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
