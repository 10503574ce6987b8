package app.tandem.cli;

import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which setting of a study a command is about. */
final class SettingChoice {

    private SettingChoice() {}

    /**
     * The one that is named, or the only one.
     *
     * @throws UserException if there is none of that name, or several and none is named
     */
    static Setting of(Study design, @Nullable String name, Path study) {
        List<String> names = design.settings().stream().map(Setting::name).toList();
        if (name != null) {
            return design.setting(name);
        }
        if (names.size() > 1) {
            throw new UserException(
                    "There are " + names.size() + " settings",
                    study.toString(),
                    "Name one with --setting: " + String.join(", ", names));
        }
        return design.settings().get(0);
    }
}
