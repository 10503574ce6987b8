package app.tandem.data;

import app.tandem.study.Sha256;
import app.tandem.study.Split;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which image is in which split.
 *
 * <p>A file {@code splits.csv}, or one named like Taskonomy's {@code train_val_test_tiny.csv}, says it for each building
 * as {@code id,train,val,test} with a 1 in one column. Without such a file 70 % is for training, 15 % for validation and
 * 15 % for test: of the buildings where there are at least five, else of the points, all views of a point together. They
 * are taken in the order of the SHA-256 of their names: first those for test, then those for validation, each rounded up.
 */
public final class SplitRule {
    private static final int ENOUGH_BUILDINGS = 5;
    private static final double HELD_OUT = 0.15;

    private final Map<String, Split> splits;
    private final Function<ImageKey, String> group;
    private final SplitOrigin origin;

    private SplitRule(Map<String, Split> splits, Function<ImageKey, String> group, SplitOrigin origin) {
        this.splits = splits;
        this.group = group;
        this.origin = origin;
    }

    /** The file of a folder, or the rule for its images. */
    static SplitRule of(Path root, List<ImageKey> keys) {
        Optional<Path> file = file(root);
        if (file.isPresent()) {
            SplitOrigin origin =
                    new SplitOrigin(SplitOrigin.Kind.FILE, file.get().toString());
            return new SplitRule(SplitCsv.read(file.get()), ImageKey::building, origin);
        }
        TreeSet<String> buildings = new TreeSet<>();
        keys.forEach(key -> buildings.add(key.building()));
        boolean byBuilding = buildings.size() >= ENOUGH_BUILDINGS;
        Function<ImageKey, String> group = byBuilding ? ImageKey::building : key -> key.building() + "/" + key.point();
        SplitOrigin origin = SplitOrigin.drawn(byBuilding ? SplitOrigin.Kind.BUILDINGS : SplitOrigin.Kind.POINTS);
        return new SplitRule(drawn(keys.stream().map(group).distinct().toList()), group, origin);
    }

    Optional<Split> split(ImageKey key) {
        return Optional.ofNullable(splits.get(group.apply(key)));
    }

    /** Where it comes from, for messages. */
    String source() {
        return origin.kind() == SplitOrigin.Kind.FILE ? origin.file() : "a split file";
    }

    SplitOrigin origin() {
        return origin;
    }

    /** The whole rule, for telling one from another. */
    String text() {
        StringBuilder text = new StringBuilder();
        splits.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> text.append(entry.getKey())
                .append(' ')
                .append(entry.getValue().id())
                .append('\n'));
        return text.toString();
    }

    static Map<String, Split> drawn(List<String> groups) {
        List<String> order = new ArrayList<>(groups);
        order.sort(Comparator.comparingLong((String name) -> order(name)).thenComparing(name -> name));
        int held = (int) Math.ceil(HELD_OUT * order.size());
        Map<String, Split> splits = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Split split = i < held ? Split.TEST : i < 2 * held ? Split.VALIDATION : Split.TRAIN;
            splits.put(order.get(i), split);
        }
        return splits;
    }

    /** Whether a file of this name says the splits. */
    public static boolean isFile(String name) {
        return name.equals(RoomsGenerator.SPLITS) || name.matches("train_val_test_\\w+\\.csv");
    }

    private static Optional<Path> file(Path root) {
        try (Stream<Path> files = Files.list(root)) {
            List<Path> found = files.filter(path -> isFile(path.getFileName().toString()))
                    .sorted()
                    .toList();
            if (found.size() > 1) {
                throw new UserException(
                        "There are several split files, among them "
                                + found.get(1).getFileName(),
                        found.get(0).toString(),
                        "Keep the one that is meant");
            }
            return found.stream().findFirst();
        } catch (IOException e) {
            throw new UserException(
                    "The folder cannot be listed", root.toString(), "Check that it is there and may be read", e);
        }
    }

    /** The first eight bytes of a text's SHA-256: an order that has nothing to do with the text's meaning. */
    private static long order(String text) {
        byte[] bytes = Sha256.of(text);
        long order = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            order = order << 8 | (bytes[i] & 255);
        }
        return order;
    }
}
