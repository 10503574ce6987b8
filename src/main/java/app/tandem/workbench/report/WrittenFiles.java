package app.tandem.workbench.report;

import app.tandem.study.Blocking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the exports of an open study wrote, so that only files of somebody else, or of another day, are asked about. */
final class WrittenFiles {

    private record Stamp(FileTime modified, long size) {}

    private final Map<Path, Stamp> stamps = new ConcurrentHashMap<>();

    /** Remembers files as they are now. */
    void add(List<Path> files) {
        files.forEach(file -> stamp(file).ifPresent(now -> stamps.put(file.toAbsolutePath(), now)));
    }

    /** Those of some files within a folder that are there, and are not as they were written from here. */
    List<Path> others(Path folder, List<String> names) {
        return names.stream()
                .map(folder::resolve)
                .filter(file -> stamp(file)
                        .filter(now -> !now.equals(stamps.get(file.toAbsolutePath())))
                        .isPresent())
                .toList();
    }

    private static Optional<Stamp> stamp(Path file) {
        assert Blocking.isAllowedHere() : "a file is looked at on the window's thread";
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(found.lastModifiedTime(), found.size()));
        } catch (IOException e) {
            // Whatever hinders writing there is told when it is written.
            return Optional.empty();
        }
    }
}
