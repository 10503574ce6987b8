package app.tandem.study;

import app.tandem.study.Schedule.Decay;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A setting as it is typed: {@code NAME[,key=value…]}; what is not said is taken from another setting. */
public final class SettingText {

    /** What can be said of a setting beside its name. */
    public static final List<String> KEYS = List.of(
            "depth", "share", "size", "epochs", "batch", "rate", "decay", "warmup", "momentum", "weight-decay", "clip");

    private final String text;
    private final Map<String, String> values = new HashMap<>();

    private SettingText(String text) {
        this.text = text;
    }

    /** @throws UserException if a key is unknown or a value does not fit */
    public static Setting parse(String text, Setting base) {
        SettingText setting = new SettingText(text);
        String[] parts = text.split(",", -1);
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            String key = pair[0].strip();
            if (pair.length != 2 || !KEYS.contains(key)) {
                throw new UserException(
                        "‘" + parts[i] + "’ is no part of a setting",
                        text,
                        "Use key=value with " + String.join(", ", KEYS));
            }
            setting.values.put(key, pair[1].strip());
        }
        return setting.over(parts[0].strip(), base);
    }

    /**
     * The setting with one of its {@link #KEYS} changed.
     *
     * @throws UserException if the value does not fit
     */
    public static Setting with(Setting setting, String key, String value) {
        SettingText text = new SettingText(value);
        text.values.put(key, value.strip());
        return text.over(setting.name(), setting);
    }

    private Setting over(String name, Setting base) {
        Schedule schedule = base.schedule();
        return new Setting(
                name,
                value("depth", EncoderDepth::parse, base.depth()),
                value("share", Fraction::parse, base.share()),
                value("size", this::whole, base.inputSize()),
                new Schedule(
                        value("epochs", this::whole, schedule.epochs()),
                        value("batch", this::whole, schedule.batch()),
                        value("rate", this::number, schedule.learningRate()),
                        value("decay", this::decay, schedule.decay()),
                        value("warmup", this::number, schedule.warmup()),
                        value("momentum", this::number, schedule.momentum()),
                        value("weight-decay", this::number, schedule.weightDecay()),
                        value("clip", this::number, schedule.clipNorm())));
    }

    private <T> T value(String key, Function<String, T> parser, T otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : parser.apply(value);
    }

    private int whole(String value) {
        if (!value.matches("\\d{1,7}")) {
            throw new UserException(
                    "‘" + value + "’ is not a whole number from 0 on", text, "Write a number such as 16");
        }
        return Integer.parseInt(value);
    }

    private double number(String value) {
        try {
            double number = value.equals("none") ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UserException("‘" + value + "’ is not a number", text, "Write a number such as 0.05");
    }

    private Decay decay(String value) {
        for (Decay decay : Decay.values()) {
            if (decay.name().toLowerCase(Locale.ROOT).equals(value)) {
                return decay;
            }
        }
        throw new UserException("The decay ‘" + value + "’ is unknown", text, "Use cosine or step");
    }
}
