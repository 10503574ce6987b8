package app.tandem.cli;

import app.tandem.data.LossTableCsv;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.store.StudyFile;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The losses that a command was pointed at: a study's, or those of a CSV file.
 *
 * @param table the losses of one setting
 * @param study the study's file; empty for a CSV file
 * @param names of the tasks for people; their ids where the file knows no others
 */
record LossSource(Optional<Path> study, LossTable table, List<String> names) {

    private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads the losses of one setting.
     *
     * @param setting its name; null where the file has only one
     * @throws UserException if the setting is unknown, several are there and none is named, or nothing was scored on
     *     validation
     */
    static LossSource read(Console console, Path given, @Nullable String setting) {
        Path file = Files.isRegularFile(console.resolve(given))
                ? console.resolve(given)
                : given.toString().endsWith(".csv") ? console.resolve(given) : StudyPath.existing(console, given);
        LossSource source = isDatabase(file) ? ofStudy(file, setting) : ofCsv(file, setting);
        if (!source.table().has(Measure.VALIDATION)) {
            throw new UserException(
                    "The setting ‘" + source.table().setting() + "’ has no validation losses, and only they may select",
                    file.toString(),
                    isDatabase(file) ? "Train the study first" : "Add lines with the split ‘val’");
        }
        return source;
    }

    private static LossSource ofStudy(Path file, @Nullable String setting) {
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            Study study = open.study();
            List<String> settings = study.settings().stream().map(Setting::name).toList();
            return new LossSource(
                    Optional.of(file),
                    open.lossTable(choose(file, settings, setting)),
                    study.tasks().stream().map(Task::name).toList());
        }
    }

    private static LossSource ofCsv(Path file, @Nullable String setting) {
        List<LossTable> tables = LossTableCsv.read(file);
        String chosen = choose(file, tables.stream().map(LossTable::setting).toList(), setting);
        return tables.stream()
                .filter(table -> table.setting().equals(chosen))
                .findFirst()
                .map(table -> new LossSource(Optional.empty(), table, table.taskIds()))
                .orElseThrow();
    }

    private static String choose(Path file, List<String> settings, @Nullable String setting) {
        String names = settings.stream().collect(Collectors.joining(", "));
        if (setting == null && settings.size() == 1) {
            return settings.get(0);
        }
        if (setting == null) {
            throw new UserException(
                    "There are " + settings.size() + " settings", file.toString(), "Name one with --setting: " + names);
        }
        if (!settings.contains(setting)) {
            throw new UserException("The setting ‘" + setting + "’ is unknown", file.toString(), "Use one of " + names);
        }
        return setting;
    }

    private static boolean isDatabase(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
        } catch (IOException e) {
            return false;
        }
    }
}
