package app.tandem.cli;

import app.tandem.data.LossTableCsv;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The losses that a command was pointed at: a study's, or those of a CSV file. */
final class LossSource {

    private LossSource() {}

    /**
     * The losses of one setting.
     *
     * @param setting its name; null where the file has only one
     * @throws UserException if the setting is unknown, several are there and none is named, or nothing was scored on
     *     validation
     */
    static LossTable read(Path file, @Nullable String setting) {
        LossTable table = choose(file, LossTableCsv.read(file), setting);
        if (!table.has(Measure.VALIDATION)) {
            throw new UserException(
                    "The setting ‘" + table.setting() + "’ has no validation losses, and only they may select",
                    file.toString(),
                    "Add lines with the split ‘val’");
        }
        return table;
    }

    static LossTable choose(Path file, List<LossTable> tables, @Nullable String setting) {
        String names = tables.stream().map(LossTable::setting).collect(Collectors.joining(", "));
        if (setting == null) {
            if (tables.size() == 1) {
                return tables.get(0);
            }
            throw new UserException(
                    "There are " + tables.size() + " settings", file.toString(), "Name one with --setting: " + names);
        }
        return tables.stream()
                .filter(table -> table.setting().equals(setting))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The setting ‘" + setting + "’ is unknown", file.toString(), "Use one of " + names));
    }
}
