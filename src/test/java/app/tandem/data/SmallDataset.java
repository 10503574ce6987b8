package app.tandem.data;

import app.tandem.study.DatasetReference;
import app.tandem.study.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Twelve rooms of 16 pixels in a folder, for tests to damage. */
final class SmallDataset {
    static final int SIZE = 16;
    static final int IMAGES = 12;

    private final Path folder;

    private SmallDataset(Path folder) {
        this.folder = folder;
    }

    static SmallDataset in(Path folder) {
        new RoomsGenerator(7, SIZE).write(folder, IMAGES, Progress.NONE);
        return new SmallDataset(folder);
    }

    Path folder() {
        return folder;
    }

    DatasetReference reference() {
        return new DatasetReference(DatasetReference.TASKONOMY, folder.toString());
    }

    static List<Task> tasks() {
        return Samples.rooms().tasks();
    }

    /** The label or image of the first training building's first point. */
    Path file(String domain) {
        String name = domain.equals("segment_semantic") ? "segmentsemantic" : domain;
        return folder.resolve(domain).resolve("house000").resolve("point_0_view_0_domain_" + name + ".png");
    }

    DatasetCheck check() {
        return DatasetCache.check(reference(), tasks(), SIZE, Progress.NONE);
    }

    DatasetCache prepare(Path cache) {
        return DatasetCache.prepare(reference(), tasks(), SIZE, cache, Progress.NONE);
    }

    /** Every file goes where {@code place} puts it, given its domain, building and name. */
    void rearrange(Placing place) throws IOException {
        for (Path file : files()) {
            Path relative = folder.relativize(file);
            Path to = folder.resolve(place.of(
                    relative.getName(0).toString(),
                    relative.getName(1).toString(),
                    relative.getName(2).toString()));
            Files.createDirectories(to.getParent());
            Files.move(file, to);
        }
    }

    interface Placing {
        String of(String domain, String building, String name);
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }
}
