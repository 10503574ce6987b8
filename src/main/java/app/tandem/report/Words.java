package app.tandem.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of tables and figures in one language. */
public final class Words {

    static final String BUNDLE = "app.tandem.report.words";

    /** English. */
    public static final Words ENGLISH = Words.in(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of this language; English where Tandem does not speak it. */
    public static Words in(Locale locale) {
        return new Words(locale);
    }

    /**
     * The words with this key, its places {@code {0}}, {@code {1}} … filled in.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The tag of the language, as in {@code ko}. */
    String language() {
        return bundle.getLocale().getLanguage().isEmpty()
                ? "en"
                : bundle.getLocale().getLanguage();
    }

    /** The name of a way to find a grouping; its id where there is no other. */
    public String method(String id) {
        return bundle.containsKey("method." + id) ? get("method." + id) : id;
    }
}
