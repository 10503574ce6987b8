package app.tandem.data;

import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in Taskonomy's layout.
 *
 * <p>Files are {@code point_X_view_Y_domain_<name>.png} in {@code <domain>/}, {@code <domain>/<building>/} or
 * {@code <building>/<domain>/}. A label belongs to the image of the same building, point and view; its task is the
 * folder's name, whatever the file's name says. The images are in {@code rgb}.
 */
public final class TaskonomyFolder {
    static final String IMAGES = "rgb";
    private static final Pattern NAME = Pattern.compile("point_(\\d+)_view_(\\d+)_domain_\\w+\\.png");
    private static final int DEEPEST = 3;
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

    private final Path root;

    /** The layout at {@code root}; nothing is read yet. */
    public TaskonomyFolder(Path root) {
        this.root = root;
    }

    /**
     * The dataset's folder that a path means: itself, or where it is a file of a dataset, the folder of that.
     *
     * @throws UserException if it is a file that belongs to no dataset
     */
    public static Path around(Path path) {
        if (!Files.isRegularFile(path)) {
            return path;
        }
        String name = String.valueOf(path.getFileName());
        Path folder = path.getParent();
        boolean belongs = NAME.matcher(name).matches() || SplitRule.isFile(name);
        for (int up = 0; belongs && folder != null && up < DEEPEST; up++) {
            TaskonomyFolder dataset = new TaskonomyFolder(folder);
            if (dataset.hasFolder(IMAGES) && !folder.endsWith(IMAGES)) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new UserException(
                "The file belongs to no dataset that can be read",
                path.toString(),
                "Give the folder of the images, or a file in it: an image, a label, or its " + RoomsGenerator.SPLITS);
    }

    /**
     * The tasks whose folders are here, in the order of {@link TaskonomyTasks#all}.
     *
     * @throws UserException if there are no images, or no folder of a known task
     */
    public List<Task> tasks() {
        Set<String> domains = list(knownDomains()).keySet();
        if (!domains.contains(IMAGES)) {
            throw noImages();
        }
        List<Task> tasks = TaskonomyTasks.all().stream()
                .filter(task -> domains.contains(task.id()))
                .toList();
        if (tasks.isEmpty()) {
            throw new UserException(
                    "No folder of a known task was found",
                    root.toString(),
                    "Add labels as <task>/<building>/point_X_view_Y_domain_<task>.png, for example in depth_zbuffer");
        }
        return tasks;
    }

    /** The known tasks that have a folder here, but no label in it. */
    public List<String> emptyTasks() {
        Set<String> filled = list(knownDomains()).keySet();
        return TaskonomyTasks.all().stream()
                .map(Task::id)
                .filter(task -> !filled.contains(task) && hasFolder(task))
                .toList();
    }

    private boolean hasFolder(String domain) {
        try (Stream<Path> all = Files.walk(root, DEEPEST - 1, FileVisitOption.FOLLOW_LINKS)) {
            return all.anyMatch(path -> path.endsWith(domain) && Files.isDirectory(path));
        } catch (IOException | UncheckedIOException e) {
            throw notListed(e);
        }
    }

    /** The shorter side of the first image that is a PNG file, in pixels; empty where there is none. */
    public OptionalInt imageSize() {
        for (Path image : list(Set.of(IMAGES)).getOrDefault(IMAGES, Map.of()).values()) {
            try (DataInputStream in = new DataInputStream(Files.newInputStream(image))) {
                if (in.readLong() == PNG_SIGNATURE) {
                    // The length and the name of the header.
                    in.skipNBytes(8);
                    return OptionalInt.of(Math.min(in.readInt(), in.readInt()));
                }
            } catch (IOException notReadable) {
                // The check of all images names it; the next one may tell the size.
            }
        }
        return OptionalInt.empty();
    }

    SampleSource source(List<Task> tasks, int inputSize) {
        Set<String> wanted = new HashSet<>(Set.of(IMAGES));
        tasks.forEach(task -> wanted.add(task.id()));
        Map<String, Map<ImageKey, Path>> files = list(wanted);
        if (!files.containsKey(IMAGES)) {
            throw noImages();
        }
        for (Task task : tasks) {
            if (!files.containsKey(task.id())) {
                throw new UserException(
                        "No labels of the task ‘" + task.id() + "’ were found",
                        root.resolve(task.id()).toString(),
                        "Add them as " + task.id() + "/<building>/point_X_view_Y_domain_" + task.id()
                                + ".png, or leave the task out");
            }
        }
        return TaskonomySource.of(root, files, tasks, inputSize);
    }

    private UserException noImages() {
        return new UserException(
                "No images were found",
                root.toString(),
                "Put them there as rgb/<building>/point_X_view_Y_domain_rgb.png, or give the folder that holds ‘rgb’");
    }

    private static Set<String> knownDomains() {
        Set<String> domains = new HashSet<>(Set.of(IMAGES));
        TaskonomyTasks.all().forEach(task -> domains.add(task.id()));
        return domains;
    }

    /** The files of each wanted domain that has any. */
    private Map<String, Map<ImageKey, Path>> list(Set<String> wanted) {
        Map<String, Map<ImageKey, Path>> files = new HashMap<>();
        for (Path file : walk()) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            Path relative = root.relativize(file);
            if (relative.getNameCount() < 2 || !name.matches()) {
                continue;
            }
            String outer = relative.getName(0).toString();
            String inner = relative.getNameCount() == 3 ? relative.getName(1).toString() : "";
            boolean outerIsDomain = wanted.contains(outer);
            if (outerIsDomain || wanted.contains(inner)) {
                ImageKey key =
                        new ImageKey(outerIsDomain ? inner : outer, number(name.group(1)), number(name.group(2)));
                files.computeIfAbsent(outerIsDomain ? outer : inner, ignored -> new TreeMap<>())
                        .put(key, file);
            }
        }
        return files;
    }

    private List<Path> walk() {
        try (Stream<Path> all = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return new ArrayList<>(all.filter(path -> path.toString().endsWith(".png"))
                    .sorted()
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            throw notListed(e);
        }
    }

    private UserException notListed(Exception e) {
        return new UserException(
                "The folder cannot be listed", root.toString(), "Check that it is there and may be read", e);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
