package app.tandem.workbench.start;

import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is done with the settings of a study that is being designed. */
public final class SettingEdits {

    /** The key of a setting's name, beside those of {@link SettingText#KEYS}. */
    public static final String NAME = "name";

    /** The share of the training images in the classic setting with little data. */
    private static final Fraction LITTLE = Fraction.of(1, 10);

    /** A further setting: the classic three are a small network, a large one, and a large one with little data. */
    public enum Addition {
        COPY("copy"),
        LARGE("large"),
        LITTLE_DATA("little-data");

        private final String name;

        Addition(String name) {
            this.name = name;
        }
    }

    private SettingEdits() {}

    /** @throws UserException if the text does not fit the key */
    static List<Setting> typed(List<Setting> settings, int index, String key, String text) {
        Setting before = settings.get(index);
        Setting after = key.equals(NAME)
                ? before.withName(text)
                : SettingText.parse(before.name().replace(',', ' ') + "," + key + "=" + text, before);
        List<Setting> next = new ArrayList<>(settings);
        next.set(index, after.withName(key.equals(NAME) ? text : before.name()));
        return next;
    }

    /** Adds one at the end, under a name that is free. */
    public static List<Setting> added(List<Setting> settings, Addition addition) {
        Setting last = settings.get(settings.size() - 1);
        Setting first = settings.get(0);
        String name = free(settings, addition == Addition.COPY ? last.name() : addition.name);
        Setting more =
                switch (addition) {
                    case COPY -> last.withName(name);
                    case LARGE ->
                        new Setting(name, EncoderDepth.STANDARD, first.share(), first.inputSize(), first.schedule());
                    case LITTLE_DATA ->
                        new Setting(name, EncoderDepth.STANDARD, LITTLE, first.inputSize(), first.schedule());
                };
        List<Setting> next = new ArrayList<>(settings);
        next.add(more);
        return next;
    }

    private static String free(List<Setting> settings, String name) {
        List<String> taken = settings.stream().map(Setting::name).toList();
        return Stream.concat(
                        Stream.of(name), Stream.iterate(2, number -> number + 1).map(number -> name + "-" + number))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    /** @throws UserException if it is the last one */
    static List<Setting> removed(List<Setting> settings, int index) {
        if (settings.size() == 1) {
            throw new UserException("A study needs a setting", settings.get(0).name(), "Add another one first");
        }
        List<Setting> next = new ArrayList<>(settings);
        next.remove(index);
        return next;
    }

    /**
     * Reads a number of things.
     *
     * @throws UserException if it is no whole number
     */
    public static int whole(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw new UserException("‘" + text + "’ is not a whole number", "", "Write a number such as 3");
        }
        return Integer.parseInt(text);
    }
}
