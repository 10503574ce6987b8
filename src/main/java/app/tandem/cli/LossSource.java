package app.tandem.cli;

import app.tandem.data.LossTableCsv;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.store.StudyFile;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The losses that a command was pointed at: a study's, or those of a CSV file.
 *
 * @param table the losses of one setting
 * @param study the study's file; empty for a CSV file
 * @param names of the tasks for people; their ids where the file knows no others
 * @param affinities of the same setting, the mean over its seeds; none where no joint run was measured, or for a CSV file
 */
record LossSource(Optional<Path> study, LossTable table, List<String> names, List<AffinityMatrix> affinities) {

    private static final String CSV = ".csv";

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
                : given.toString().endsWith(CSV) ? console.resolve(given) : StudyPath.existing(console, given);
        LossSource source = isStudy(file) ? ofStudy(file, setting) : ofCsv(file, setting);
        if (!source.table().has(Measure.VALIDATION)) {
            throw new UserException(
                    "The setting ‘" + source.table().setting() + "’ has no validation losses, and only they may select",
                    file.toString(),
                    isStudy(file) ? "Train the study first" : "Add lines with the split ‘val’");
        }
        return source;
    }

    private static LossSource ofStudy(Path file, @Nullable String setting) {
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            Study study = open.study();
            List<String> settings = study.settings().stream().map(Setting::name).toList();
            String chosen = choose(file, settings, setting);
            return new LossSource(
                    Optional.of(file),
                    open.lossTable(chosen),
                    study.tasks().stream().map(Task::name).toList(),
                    JointAffinities.means(open.affinities(chosen).values()));
        }
    }

    private static LossSource ofCsv(Path file, @Nullable String setting) {
        List<LossTable> tables = LossTableCsv.read(file);
        String chosen = choose(file, tables.stream().map(LossTable::setting).toList(), setting);
        return tables.stream()
                .filter(table -> table.setting().equals(chosen))
                .findFirst()
                .map(table -> new LossSource(Optional.empty(), table, table.taskIds(), List.of()))
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
        // Settings are often numbered: 1 means setting1 where no setting is called 1.
        return Stream.of(setting, "setting" + setting)
                .filter(settings::contains)
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The setting ‘" + setting + "’ is unknown", file.toString(), "Use one of " + names));
    }

    /** By its name where that tells; a file of another name is looked into by the store, which knows what is open. */
    private static boolean isStudy(Path file) {
        String name = file.toString();
        if (name.endsWith(CSV) || name.endsWith(StudyFile.SUFFIX)) {
            return name.endsWith(StudyFile.SUFFIX);
        }
        try {
            StudyFile.requireStudy(file);
            return true;
        } catch (UserException noStudy) {
            return false;
        }
    }
}
