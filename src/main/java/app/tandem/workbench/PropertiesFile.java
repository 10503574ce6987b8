package app.tandem.workbench;

import app.tandem.study.Blocking;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** A small file of what the window remembers. It matters little: what cannot be read or saved is logged, and forgotten. */
record PropertiesFile(Path path) {

    private static final System.Logger LOG = System.getLogger(PropertiesFile.class.getName());

    /** What was saved last; nothing where nothing was. */
    Properties load() {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        Properties properties = new Properties();
        if (Files.isReadable(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.INFO, "what the window remembers could not be read from " + path, e);
            }
        }
        return properties;
    }

    /** Saves to a file beside it and moves that into place, so that it is never half-written. */
    void save(Properties properties) {
        assert Blocking.isAllowedHere() : "a file is written on the window's thread";
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "what the window remembers could not be saved to " + path, e);
        }
    }
}
