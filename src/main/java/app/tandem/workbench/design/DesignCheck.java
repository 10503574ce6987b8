package app.tandem.workbench.design;

import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.workbench.start.SettingEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a draft says, or where it says nothing that fits.
 *
 * @param edit empty where there is a fault
 * @param faults by field; see {@link #setting} and {@link #task}
 */
public record DesignCheck(Optional<StudyEdit.ChangeDesign> edit, Map<String, UserException> faults) {

    public static final String NAME = "name";
    public static final String SEEDS = "seeds";
    public static final String WEIGHT = "weight";

    public DesignCheck {
        faults = Map.copyOf(faults);
    }

    /** Names the field of a setting, by its position and one of {@link DesignDraft#KEYS}. */
    public static String setting(int index, String key) {
        return "setting-" + index + "-" + key;
    }

    /** Names the field of a task, by its position and {@link #NAME} or {@link #WEIGHT}. */
    public static String task(int index, String key) {
        return "task-" + index + "-" + key;
    }

    static DesignCheck of(DesignDraft draft, Study study) {
        return new Reading(draft, study).read();
    }

    /** A setting as it is typed; what does not fit is left as it was. */
    static Setting read(DesignDraft.SettingDraft typed) {
        return Reading.setting(0, typed, new LinkedHashMap<>());
    }

    /** Why this field's text does not fit. */
    public Optional<UserException> fault(String field) {
        return Optional.ofNullable(faults.get(field));
    }

    private record Reading(DesignDraft draft, Study study, Map<String, UserException> faults) {

        Reading(DesignDraft draft, Study study) {
            this(draft, study, new LinkedHashMap<>());
        }

        DesignCheck read() {
            String name =
                    tried(NAME, study.name(), () -> study.withName(draft.name().strip())
                            .name());
            int seeds = tried(SEEDS, study.seeds(), () -> study.withSeeds(
                            SettingEdits.whole(draft.seeds().strip()))
                    .seeds());
            List<Setting> settings = settings();
            List<Task> tasks = new ArrayList<>();
            for (int i = 0; i < draft.tasks().size(); i++) {
                tasks.add(task(i, draft.tasks().get(i)));
            }
            return new DesignCheck(
                    faults.isEmpty()
                            ? Optional.of(new StudyEdit.ChangeDesign(name, seeds, settings, tasks))
                            : Optional.empty(),
                    faults);
        }

        private List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (int i = 0; i < draft.settings().size(); i++) {
                Setting setting = setting(i, draft.settings().get(i), faults);
                if (settings.stream().anyMatch(other -> other.name().equals(setting.name()))) {
                    faults.putIfAbsent(
                            DesignCheck.setting(i, SettingEdits.NAME),
                            new UserException(
                                    "The setting ‘" + setting.name() + "’ is there twice", "", "Keep one of the two"));
                }
                settings.add(setting);
            }
            return settings;
        }

        static Setting setting(int index, DesignDraft.SettingDraft typed, Map<String, UserException> faults) {
            Setting setting = typed.base();
            for (String key : SettingText.KEYS) {
                Setting before = setting;
                setting = tried(
                        DesignCheck.setting(index, key),
                        before,
                        () -> SettingText.with(before, key, typed.value(key)),
                        faults);
            }
            Setting read = setting;
            return tried(
                    DesignCheck.setting(index, SettingEdits.NAME),
                    read,
                    () -> read.withName(typed.value(SettingEdits.NAME).strip()),
                    faults);
        }

        private Task task(int index, DesignDraft.TaskDraft typed) {
            Task base = typed.base().withLoss(typed.loss());
            Task named = tried(
                    DesignCheck.task(index, NAME),
                    base,
                    () -> base.withName(typed.name().strip()));
            return tried(
                    DesignCheck.task(index, WEIGHT),
                    named,
                    () -> named.withWeight(number(typed.weight().strip())));
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new UserException("‘" + text + "’ is not a number", "", "Write a number such as 0.05", e);
            }
        }

        private <T> T tried(String field, T otherwise, Supplier<T> reading) {
            return tried(field, otherwise, reading, faults);
        }

        private static <T> T tried(String field, T otherwise, Supplier<T> reading, Map<String, UserException> faults) {
            try {
                return reading.get();
            } catch (UserException e) {
                faults.put(field, e);
                return otherwise;
            }
        }
    }
}
