package app.tandem.workbench.common;

import app.tandem.study.UserException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The window's words in one language, and how it writes numbers and times. */
public final class Messages {

    private static final String BUNDLE = "app.tandem.workbench.messages";
    private static final String MINUS = "−";

    private final Language language;
    private final ResourceBundle bundle;
    private final Optional<ErrorWords> errors;

    private Messages(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
        this.errors = language == Language.KOREAN ? Optional.of(ErrorWords.korean()) : Optional.empty();
    }

    public static Messages in(Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Messages(language, ResourceBundle.getBundle(BUNDLE, locale, exact));
    }

    public Language language() {
        return language;
    }

    /**
     * The words for a key, with {@code {0}}, {@code {1}} … replaced.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** A loss as tables show it: four decimals, so that the losses of a column align; two where it is 100 or more. */
    public static String loss(double loss) {
        if (!Double.isFinite(loss)) {
            return "–";
        }
        return String.format(Locale.ROOT, Math.abs(loss) >= 100 ? "%.2f" : "%.4f", loss);
    }

    /** A relative change in percent, always with its sign: {@code +4.2 %}; 0.042 gives this. */
    public static String percent(double share) {
        double rounded = Math.round(share * 1000) / 10.0;
        String sign = rounded > 0 ? "+" : rounded < 0 ? MINUS : "±";
        return sign + String.format(Locale.ROOT, "%.1f", Math.abs(rounded)) + " %";
    }

    /**
     * How a relative change of a loss looks: the style class {@code better} or {@code worse}, and none for what
     * {@link #percent} shows as zero.
     */
    public static List<String> tone(double share) {
        long rounded = Math.round(share * 1000);
        return rounded < 0 ? List.of("better") : rounded > 0 ? List.of("worse") : List.of();
    }

    /** A number with one decimal and a true minus sign. */
    public static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return (rounded < 0 ? MINUS : "") + String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
    }

    /** A time as a clock shows it: {@code 0:14}, {@code 1:02:40}. */
    public static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** A time in words: {@code 1 min 40 s}. */
    public String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return text("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return text("time.minutes", seconds / 60, seconds % 60);
        }
        return text("time.hours", seconds / 3600, seconds / 60 % 60);
    }

    /** Bytes in GiB with one decimal. */
    public static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1L << 30));
    }

    /** What to tell about a fault: a user's error as it is, anything else with its own words. */
    public String fault(Throwable fault) {
        if (fault instanceof UserException user) {
            String place = user.where().isEmpty() ? "" : user.where() + ": ";
            return place + said(user.what()) + ". " + said(user.remedy()) + ".";
        }
        String words = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return text("error.unexpected", words);
    }

    /** Why a run or the queue ended, sentence by sentence in the window's language as far as they are known there. */
    public String reason(String english) {
        if (errors.isEmpty()) {
            return english;
        }
        String whole = said(english);
        if (!whole.equals(english)) {
            return whole;
        }
        return Arrays.stream(english.split("(?<=\\.) ")).map(this::sentence).collect(Collectors.joining(" "));
    }

    /** With the place that it begins with, and its full stop, where it has them. */
    private String sentence(String english) {
        String end = english.endsWith(".") ? "." : "";
        String bare = english.substring(0, english.length() - end.length());
        String known = said(bare);
        int place = bare.indexOf(": ");
        if (known.equals(bare) && place > 0) {
            known = bare.substring(0, place + 2) + said(bare.substring(place + 2));
        }
        return known + end;
    }

    /** A part of an error's text in the window's language, as far as it is known there. */
    public String said(String english) {
        return errors.map(words -> words.say(english)).orElse(english);
    }
}
