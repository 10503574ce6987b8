package app.tandem.workbench;

import app.tandem.study.Blocking;
import app.tandem.study.Sha256;
import app.tandem.workbench.common.PageMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the window remembers of each study, in a small file per study beside the window's choices. It matters little: what
 * cannot be read is forgotten, and the studies that were looked at longest ago are.
 */
final class StudyMemory {

    /** Of how many studies something is remembered. */
    static final int MOST = 200;

    private static final System.Logger LOG = System.getLogger(StudyMemory.class.getName());
    private static final String SUFFIX = ".properties";

    private final Path folder;

    StudyMemory(Path folder) {
        this.folder = folder;
    }

    /** What a page remembers of the study in this file. */
    PageMemory of(Path study, String page) {
        PropertiesFile file = new PropertiesFile(folder.resolve(name(study) + SUFFIX));
        String prefix = page + ".";
        return new PageMemory() {
            @Override
            public Map<String, String> load() {
                Map<String, String> values = new HashMap<>();
                file.load().forEach((key, value) -> {
                    if (key.toString().startsWith(prefix)) {
                        values.put(key.toString().substring(prefix.length()), value.toString());
                    }
                });
                return values;
            }

            @Override
            public void save(Map<String, String> values) {
                write(file, study, prefix, values);
            }
        };
    }

    /** Readable at its start, and different for every path. */
    private static String name(Path study) {
        String stem = String.valueOf(study.getFileName())
                .replaceFirst("\\.[^.]*$", "")
                .replaceAll("[^A-Za-z0-9_-]", "_");
        return stem.substring(0, Math.min(40, stem.length())) + "-"
                + Sha256.hex(study.toAbsolutePath().normalize().toString(), 8);
    }

    private synchronized void write(PropertiesFile file, Path study, String prefix, Map<String, String> values) {
        Properties properties = file.load();
        properties.keySet().removeIf(key -> key.toString().startsWith(prefix));
        properties.setProperty("study", study.toString());
        values.forEach((key, value) -> properties.setProperty(prefix + key, value));
        file.save(properties);
        try {
            forgetOldest();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "what the window remembers of old studies could not be removed", e);
        }
    }

    private void forgetOldest() throws IOException {
        assert Blocking.isAllowedHere() : "files are removed on the window's thread";
        record Dated(Path file, FileTime time) {}
        List<Dated> files;
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> remembered =
                    all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            if (remembered.size() <= MOST) {
                return;
            }
            files = new ArrayList<>();
            for (Path file : remembered) {
                files.add(new Dated(file, Files.getLastModifiedTime(file)));
            }
        }
        files.sort(Comparator.comparing(Dated::time));
        for (Dated oldest : files.subList(0, files.size() - MOST)) {
            Files.deleteIfExists(oldest.file());
        }
    }
}
