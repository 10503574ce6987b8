package app.tandem.workbench;

import app.tandem.run.Device;
import app.tandem.run.WorkerChoice;
import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Keeps {@link WindowChoices} in a small file. It matters little: what cannot be read is left at its default. */
public final class WindowChoicesFile {

    private static final System.Logger LOG = System.getLogger(WindowChoicesFile.class.getName());

    private static final String INTRODUCED = "introduced";
    private static final String DEVICE = "device";
    private static final String WORKERS = "workers";

    private final PropertiesFile file;

    public WindowChoicesFile(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** What was saved last; light, the machine's language, no recent studies and the first layout where nothing was. */
    public WindowChoices load(Locale machine) {
        Properties properties = file.load();
        return new WindowChoices(
                "dark".equals(properties.getProperty("theme")) ? ColorTheme.DARK : ColorTheme.LIGHT,
                language(properties.getProperty("language", machine.getLanguage())),
                recent(properties),
                WindowLayoutText.read(properties),
                Boolean.parseBoolean(properties.getProperty(INTRODUCED)),
                workers(properties));
    }

    private static WorkerChoice workers(Properties properties) {
        try {
            return new WorkerChoice(
                    Device.parse(properties.getProperty(DEVICE, Device.AUTO.toString())),
                    WorkerChoice.parseWorkers(properties.getProperty(WORKERS, "")));
        } catch (UserException e) {
            LOG.log(System.Logger.Level.DEBUG, "the kept workers are none", e);
            return WorkerChoice.AUTO;
        }
    }

    private static Language language(String tag) {
        return Language.of(Locale.forLanguageTag(tag));
    }

    private static List<Path> recent(Properties properties) {
        assert Blocking.isAllowedHere() : "a disk is asked on the window's thread";
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

    public synchronized void save(WindowChoices choices) {
        Properties properties = new Properties();
        properties.setProperty("theme", choices.theme().name().toLowerCase(Locale.ROOT));
        properties.setProperty("language", choices.language().locale().getLanguage());
        for (int i = 0; i < choices.recent().size(); i++) {
            properties.setProperty("recent." + i, choices.recent().get(i).toString());
        }
        properties.setProperty(INTRODUCED, Boolean.toString(choices.introduced()));
        properties.setProperty(DEVICE, choices.workers().device().toString());
        int workers = choices.workers().workers();
        properties.setProperty(WORKERS, workers == WorkerChoice.AS_MANY_AS_FIT ? "" : Integer.toString(workers));
        WindowLayoutText.write(choices.layout(), properties);
        file.save(properties);
    }
}
