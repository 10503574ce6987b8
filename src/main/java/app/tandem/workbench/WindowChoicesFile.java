package app.tandem.workbench;

import app.tandem.study.Blocking;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Keeps {@link WindowChoices} in a small file. It matters little: what cannot be read is left at its default. */
public final class WindowChoicesFile {

    private static final System.Logger LOG = System.getLogger(WindowChoicesFile.class.getName());

    private final Path file;

    public WindowChoicesFile(Path file) {
        this.file = file;
    }

    /** What was saved last; light, the machine's language, no recent studies and the first layout where nothing was. */
    public WindowChoices load(Locale machine) {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        Properties properties = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.INFO, "the window's choices could not be read", e);
            }
        }
        return new WindowChoices(
                "dark".equals(properties.getProperty("theme")) ? ColorTheme.DARK : ColorTheme.LIGHT,
                language(properties.getProperty("language", machine.getLanguage())),
                recent(properties),
                WindowLayoutText.read(properties));
    }

    private static Language language(String tag) {
        return Language.of(Locale.forLanguageTag(tag));
    }

    private static List<Path> recent(Properties properties) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; properties.containsKey("recent." + i); i++) {
            try {
                Path path = Path.of(properties.getProperty("recent." + i, ""));
                if (Files.isRegularFile(path)) {
                    files.add(path);
                }
            } catch (InvalidPathException e) {
                LOG.log(System.Logger.Level.DEBUG, "a recent study is no path", e);
            }
        }
        return files;
    }

    /** Saves to a file beside it and moves that into place, so that it is never half-written. */
    public synchronized void save(WindowChoices choices) {
        assert Blocking.isAllowedHere() : "a file is written on the window's thread";
        Properties properties = new Properties();
        properties.setProperty("theme", choices.theme().name().toLowerCase(Locale.ROOT));
        properties.setProperty("language", choices.language().locale().getLanguage());
        for (int i = 0; i < choices.recent().size(); i++) {
            properties.setProperty("recent." + i, choices.recent().get(i).toString());
        }
        WindowLayoutText.write(choices.layout(), properties);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the window's choices could not be saved", e);
        }
    }
}
